import { useLasting } from '../shared/live/useLasting';
import { useDesk } from './deskStore';

/** A blink of the connection is nobody's business; two seconds are. */
export const useLostForAWhile = (): boolean => useLasting(useDesk((s) => s.connection === 'lost' || s.connection === 'connecting'));
