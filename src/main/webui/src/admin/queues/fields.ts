import type { QueueView } from '../../shared/api/types';

type Kept = Omit<QueueView, 'id' | 'dids' | 'version' | 'overflowQueue' | 'overflowNumber'>;

/** What the form holds; where callers overflow to is chosen first, then the place. */
export interface QueueFields extends Kept {
  dids: { number: string; region: string; label?: string | null }[];
  overflowTo: 'nowhere' | 'queue' | 'number';
  overflowQueue: string | null;
  overflowNumber: string | null;
}

export const emptyQueue: QueueFields = {
  name: '',
  label: '',
  labelZh: null,
  dids: [],
  ticketOnAnswered: false,
  ticketType: 'request',
  followUpOnMissed: true,
  followUpDueMinutes: 60,
  shortAbandonSeconds: 5,
  wrapUpSeconds: 60,
  missedLimit: 2,
  serviceLevelSeconds: 20,
  serviceLevelTarget: 80,
  alarmWaiting: null,
  alarmLongestWaitSeconds: null,
  alarmServiceLevel: false,
  recording: 'always',
  strategy: 'rrmemory',
  ringSeconds: 15,
  pauseSeconds: 1,
  maxWaiting: 0,
  weight: 0,
  announceSeconds: 0,
  longestWaitSeconds: 300,
  overflowTo: 'nowhere',
  overflowQueue: null,
  overflowNumber: null,
  members: [],
  levels: [],
};

export function fieldsOf({ id: _, version: __, dids, overflowQueue = null, overflowNumber = null, labelZh = null, alarmWaiting = null, alarmLongestWaitSeconds = null, ...kept }: QueueView): QueueFields {
  return {
    ...kept,
    labelZh,
    alarmWaiting,
    alarmLongestWaitSeconds,
    dids: dids.map(({ number, region, label = null }) => ({ number, region, label })),
    overflowTo: overflowQueue ? 'queue' : overflowNumber ? 'number' : 'nowhere',
    overflowQueue,
    overflowNumber,
  };
}

/** What is sent: one place to overflow to, and levels of those alone who serve the queue. */
export function bodyOf({ overflowTo, ...fields }: QueueFields) {
  return {
    ...fields,
    labelZh: fields.labelZh?.trim() || null,
    dids: fields.dids.map(({ number, region, label }) => ({ number: number.replace(/[\s()-]/g, ''), region, label: label?.trim() || null })),
    announceSeconds: fields.announceSeconds ?? 0,
    levels: fields.levels.filter(({ user }) => fields.members.includes(user)),
    overflowQueue: overflowTo === 'queue' ? fields.overflowQueue : null,
    overflowNumber: overflowTo === 'number' ? (fields.overflowNumber?.trim() ?? null) : null,
  };
}
