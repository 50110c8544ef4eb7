import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect, type ParsedLocation,
} from '@tanstack/react-router';
import { ProblemError } from './shared/api/problem';
import type { UserView } from './shared/api/types';
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

/** Whoever is not signed in does that first, and comes back. */
async function signedIn({ context, location }: { context: Context; location: ParsedLocation }) {
  try {
    return { me: await context.client.ensureQueryData(meQuery) };
  } catch (error) {
    if (error instanceof ProblemError && error.status === 401) {
      throw redirect({ to: '/sign-in', search: (location.pathname === '/' ? {} : { next: location.href }) as never });
    }
    throw error;
  }
}

/** Who may not enter a room begins where they may. */
function only(name: Room, me: UserView) {
  if (!roomsOf(me).has(name)) throw redirect({ to: homeOf(me) as never });
}

const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  component: Frame,
  beforeLoad: signedIn,
  errorComponent: ({ error, reset }) => <Failure error={error} retry={reset} />,
});

/** Fills the screen: nothing of the frame stands around it. */
const wall = createRoute({
  getParentRoute: () => root,
  path: '/board/wall',
  component: lazyRouteComponent(() => import('./board/wall/WallPage'), 'WallPage'),
  beforeLoad: async (asked) => only('board', (await signedIn(asked)).me),
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
function room(name: Room, path: string, load: Load, page: string, detail?: [load: Load, name: string, path?: string]) {
  const route = createRoute({
    getParentRoute: () => app,
    path,
    beforeLoad: ({ context }) => only(name, context.me),
    component: lazyRouteComponent(load as never, page as never),
  });
  if (!detail) return route;
  const details = createRoute({
    getParentRoute: () => route,
    path: detail[2] ?? '$id',
    component: lazyRouteComponent(detail[0] as never, detail[1] as never),
  });
  return route.addChildren([details]) as unknown as typeof route;
}

const routes = root.addChildren([
  signIn,
  wall,
  app.addChildren([
    home,
    room('desk', '/desk', () => import('./desk/DeskPage'), 'DeskPage'),
    room('customers', '/customers', () => import('./customers/CustomersPage'), 'CustomersPage', [
      () => import('./customers/CustomerDrawer'), 'CustomerDrawer',
    ]),
    room('board', '/board', () => import('./board/BoardPage'), 'BoardPage', [
      () => import('./board/QueuePanel'), 'QueuePanel', 'queues/$id',
    ]),
    room('reports', '/reports', () => import('./reports/ReportsPage'), 'ReportsPage'),
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
    room('queues', '/admin/queues', () => import('./admin/queues/QueuesPage'), 'QueuesPage', [
      () => import('./admin/queues/QueueDrawer'), 'QueueDrawer',
    ]),
    room('ticket-rules', '/admin/ticket-rules', () => import('./admin/rules/RulesPage'), 'RulesPage', [
      () => import('./admin/rules/RuleDrawer'), 'RuleDrawer',
    ]),
    room('routing', '/admin/routing', () => import('./admin/routing/RoutingPage'), 'RoutingPage', [
      () => import('./admin/routing/RoutingDrawer'), 'RoutingDrawer',
    ]),
    room('blocked-numbers', '/admin/blocked-numbers', () => import('./admin/blocked/BlockedPage'), 'BlockedPage', [
      () => import('./admin/blocked/BlockedDrawer'), 'BlockedDrawer',
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
