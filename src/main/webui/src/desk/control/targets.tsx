import { PhoneForwarded, PhoneIncoming } from 'lucide-react';
import { useMemo } from 'react';
import { useMe } from '../../session/session';
import type { CallTarget, PickableCall } from '../../shared/api/types';
import { useDirectory, useQueues } from '../../shared/directory';
import { useText } from '../../shared/i18n/useText';
import { Mark } from '../../shared/ui/Mark';
import { AgentStateMark } from '../../shared/ui/states';
import { useCallTargets } from './actions';

/** Somebody or something to call, as one line of the list. */
export interface Target {
  key: string;
  to: string;
  /** Picked, it is taken and not dialled. */
  call?: PickableCall;
  name: string;
  more: string;
  mark: React.ReactNode;
  /** Nobody would take the call there, so it cannot be chosen; the mark says why. */
  blocked: boolean;
}

const MOST = 8;
const NUMBER = /^[+\d][\d\s()./-]*$/;

/** Those who are free first, those who cannot be reached last. */
const rank = (target: CallTarget) => (target.unreachable ? 3 : target.state === 'available' || target.free ? 0 : target.state === 'offline' ? 2 : 1);

/** Who fits what is typed, each with the live state beside; any number that is typed comes last. */
export function useTargets(typed: string, waiting: PickableCall[], handsOver: boolean): Target[] {
  const { t, phone } = useText();
  const { agentName, users } = useDirectory();
  const me = useMe();
  const targets = useCallTargets(true);
  const { queues, queueLabel } = useQueues();
  return useMemo(() => {
    const low = typed.toLowerCase();
    const fits = (...texts: string[]) => !low || texts.some((text) => text.toLowerCase().includes(low));
    const named = (target: CallTarget) => (target.kind === 'queue' ? queueLabel(target.to) : target.name);
    const known = ({ kind, to }: CallTarget) =>
      kind === 'queue' ? queues.filter((q) => q.name === to).flatMap((q) => [q.label, q.labelZh ?? '']) : users.filter((u) => u.extension === to).map((u) => u.username);
    const live = targets
      .filter((one) => one.to !== me.extension && fits(one.to, named(one), ...known(one)))
      .toSorted((a, b) => rank(a) - rank(b) || a.kind.localeCompare(b.kind) || named(a).localeCompare(named(b)))
      .map((one) => ({
        key: `${one.kind[0]}${one.to}`,
        to: one.to,
        name: named(one),
        more: one.kind === 'queue' ? t('control.queue') : one.to,
        mark: <Standing target={one} />,
        blocked: handsOver && Boolean(one.unreachable),
      }));
    const taken = waiting
      .filter((c) => fits(c.number, c.from ?? '', c.fromName ?? '', agentName(c.number)))
      .map((c) => ({
        key: `w${c.callId}`,
        to: c.number,
        call: c,
        name: t(c.place === 'parked' ? 'control.takeParked' : 'control.takeRinging', { who: (c.fromName !== c.from && c.fromName) || phone(c.from), at: agentName(c.number) }),
        more: c.number,
        mark: <PhoneIncoming size={14} aria-hidden="true" />,
        blocked: false,
      }));
    const outside =
      NUMBER.test(typed) && typed.replaceAll(/\D/g, '').length >= 3 && !live.some((one) => one.to === typed)
        ? [{ key: 'number', to: typed, name: typed, more: t('control.number'), mark: <PhoneForwarded size={14} aria-hidden="true" />, blocked: false }]
        : [];
    return [...taken, ...live].slice(0, MOST - outside.length).concat(outside);
  }, [typed, waiting, handsOver, targets, users, queues, queueLabel, agentName, me.extension, phone, t]);
}

/** What a target is doing, in colour, word and shape. */
function Standing({ target: { kind, state, atWork, free, unreachable } }: { target: CallTarget }) {
  const { t } = useText();
  if (unreachable) return <Mark tone="red" shape="cross" label={t(unreachable === 'phone' ? 'control.phoneUnreachable' : 'control.queueClosed')} />;
  if (kind === 'colleague') return state ? <AgentStateMark state={state} /> : null;
  const serving = atWork ?? 0;
  return free ? <Mark tone="green" shape="disc" label={t('control.queueFree', { free, atWork: serving })} /> : <Mark tone="amber" shape="half" label={t('control.queueBusy', { atWork: serving })} />;
}
