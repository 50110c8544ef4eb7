import { http, HttpResponse } from 'msw';
import type { CallTarget, PickableCall } from '../shared/api/types';
import { everybody } from './agents';
import { base, me, problem } from './answers';
import { queues } from './data';
import { desk } from './desk';

const parked: PickableCall[] = [
  { callId: 'tl-parked.1', place: 'parked', number: '701', from: '+8613966208841', fromName: 'LIU YANG', queue: 'support', since: new Date(Date.now() - 48_000).toISOString() },
];

/** Colleagues with what they are doing, and queues with who could take a call there. */
const targets = (): CallTarget[] => [
  ...everybody().map(({ name, extension, state }): CallTarget => ({ kind: 'colleague', to: extension, name, state: state.state, atWork: null, free: null, unreachable: state.phoneReachable ? null : 'phone' })),
  ...queues.map(({ name }): CallTarget => {
    const atWork = everybody().filter((agent) => agent.queues.includes(name) && agent.state.state !== 'offline' && agent.state.phoneReachable);
    return { kind: 'queue', to: name, name, state: null, atWork: atWork.length, free: atWork.filter((agent) => agent.state.state === 'available').length, unreachable: atWork.length === 0 ? 'closed' : null };
  }),
];

/** Beginning a call, and what is done with one; refused as the service refuses it. */
export const controlHandlers = [
  http.get(`${base}/calls/pickable`, () => HttpResponse.json(parked)),
  http.get(`${base}/calls/targets`, () => HttpResponse.json(targets())),
  http.post(`${base}/calls`, async ({ request }) => {
    const { to } = (await request.json()) as { to?: string };
    if (to === me()?.extension) return problem(409, 'dials-oneself');
    if (!to || !/^[+\d][\d\s()-]*$/.test(to)) return problem(422, 'validation', { errors: [{ field: 'to', code: 'not-diallable', message: 'is no telephone number, extension or queue' }] });
    return HttpResponse.json({ callId: desk.dial(to).id }, { status: 202 });
  }),
  http.post(`${base}/calls/:id/:action`, async ({ params, request }) => {
    const action = String(params['action']);
    const { to = null } = (await request.json()) as { to?: string | null };
    const target = targets().find((one) => one.to === to);
    if (to && to === me()?.extension) return problem(409, 'dials-oneself');
    if (target?.unreachable) return problem(409, 'target-unreachable', { params: { kind: target.kind, target: target.to, name: target.name, why: target.unreachable } });
    if (action === 'pickup') {
      parked.splice(0);
      desk.ring('unknown');
      desk.answer();
    } else if (!desk.act(action, to)) return problem(409, 'not-now');
    return new HttpResponse(null, { status: 202 });
  }),
];
