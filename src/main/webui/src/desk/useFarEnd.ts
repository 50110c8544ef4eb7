import { otherNumber } from '../calls/ends';
import { useDesk } from './deskStore';
import { useDeskCustomer } from './useDeskCustomer';

/** Whom the desk's call is with. */
export interface FarEnd {
  /** Null for colleagues, and for those who hide it. */
  number: string | null;
  customerId: string | null;
  customerName: string | null;
  queue: string | null;
}

/** Whom the desk's call is with, as far as pop and call tell. */
export function useFarEnd(): FarEnd {
  const { pop, customerId } = useDeskCustomer();
  const call = useDesk((s) => s.call);
  const internal = (pop?.call.direction ?? call?.direction) === 'internal';
  const withheld = pop?.caller.withheld ?? call?.withheld ?? false;
  const number = pop ? (pop.caller.e164 ?? pop.caller.raw ?? null) : call ? otherNumber(call) : null;
  return {
    number: internal || withheld ? null : number,
    customerId,
    customerName: pop?.customers.find((c) => c.id === customerId)?.name ?? call?.customerName ?? null,
    queue: pop?.call.queue ?? call?.queue ?? null,
  };
}
