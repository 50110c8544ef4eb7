import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect,
} from '@tanstack/react-router';
import { ProblemError } from './shared/api/problem';
import { parseSearch, stringifySearch } from './shared/go';
import { Failure, Skeleton } from './shared/ui/Loaded';
import { NotFound, NotFoundAlone } from './frame/NotFound';
import { homeOf, meQuery, roomsOf, type Room } from './session/session';
import { Frame } from './frame/Frame';

interface Context {
  client: QueryClient;
}

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFoundAlone });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./session/SignInPage'), 'SignInPage'),
});

const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  component: Frame,
  beforeLoad: async ({ context, location }) => {
    try {
      return { me: await context.client.ensureQueryData(meQuery) };
    } catch (error) {
      if (error instanceof ProblemError && error.status === 401) {
        throw redirect({ to: '/sign-in', search: (location.pathname === '/' ? {} : { next: location.href }) as never });
      }
      throw error;
    }
  },
  errorComponent: ({ error, reset }) => <Failure error={error} retry={reset} />,
});

const home = createRoute({
  getParentRoute: () => app,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: homeOf(context.me) as never });
  },
});

type Load = () => Promise<Record<string, React.ComponentType>>;

/** A room, and its details beside it: `/room`, `/room/new`, `/room/<id>`. */
function room(name: Room, path: string, load: Load, page: string, detail?: [load: Load, name: string]) {
  const route = createRoute({
    getParentRoute: () => app,
    path,
    beforeLoad: ({ context }) => {
      if (!roomsOf(context.me).has(name)) throw redirect({ to: homeOf(context.me) as never });
    },
    component: lazyRouteComponent(load as never, page as never),
  });
  if (!detail) return route;
  const details = createRoute({
    getParentRoute: () => route,
    path: '$id',
    component: lazyRouteComponent(detail[0] as never, detail[1] as never),
  });
  return route.addChildren([details]) as unknown as typeof route;
}

const routes = root.addChildren([
  signIn,
  app.addChildren([
    home,
    room('desk', '/desk', () => import('./desk/DeskPage'), 'DeskPage'),
    room('customers', '/customers', () => import('./customers/CustomersPage'), 'CustomersPage', [
      () => import('./customers/CustomerDrawer'), 'CustomerDrawer',
    ]),
    room('agents', '/agents', () => import('./agents/AgentsPage'), 'AgentsPage'),
    room('calls', '/calls', () => import('./calls/CallsPage'), 'CallsPage', [() => import('./calls/CallDrawer'), 'CallDrawer']),
    room('tickets', '/tickets', () => import('./tickets/TicketsPage'), 'TicketsPage', [
      () => import('./tickets/TicketDrawer'), 'TicketDrawer',
    ]),
    room('follow-ups', '/follow-ups', () => import('./followups/FollowUpsPage'), 'FollowUpsPage', [
      () => import('./followups/FollowUpDrawer'), 'FollowUpDrawer',
    ]),
    room('knowledge', '/knowledge', () => import('./knowledge/KnowledgePage'), 'KnowledgePage', [
      () => import('./knowledge/ArticleDrawer'), 'ArticleDrawer',
    ]),
    room('scripts', '/scripts', () => import('./scripts/ScriptsPage'), 'ScriptsPage', [
      () => import('./scripts/ScriptDrawer'), 'ScriptDrawer',
    ]),
    room('users', '/admin/users', () => import('./admin/UsersPage'), 'UsersPage', [() => import('./admin/UserDrawer'), 'UserDrawer']),
    room('queues', '/admin/queues', () => import('./admin/QueuesPage'), 'QueuesPage', [
      () => import('./admin/QueueDrawer'), 'QueueDrawer',
    ]),
    room('ticket-rules', '/admin/ticket-rules', () => import('./admin/rules/RulesPage'), 'RulesPage', [
      () => import('./admin/rules/RuleDrawer'), 'RuleDrawer',
    ]),
    room('audit', '/admin/audit', () => import('./admin/AuditPage'), 'AuditPage'),
    room('system', '/admin/system', () => import('./admin/system/SystemPage'), 'SystemPage', [
      () => import('./admin/system/RecoveryDrawer'), 'RecoveryDrawer',
    ]),
  ]),
]);

export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree: routes,
    context: { client },
    parseSearch,
    stringifySearch: stringifySearch as never,
    defaultPreload: 'intent',
    defaultPendingComponent: () => (
      <div style={{ padding: 24 }}>
        <Skeleton lines={6} />
      </div>
    ),
    defaultErrorComponent: ({ error, reset }) => <Failure error={error} retry={reset} />,
    defaultNotFoundComponent: NotFound,
  });
}
