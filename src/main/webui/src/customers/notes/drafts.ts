import { Drafts } from '../../shared/drafts';

export interface NoteDraft {
  body: string;
  pinned: boolean;
}

const EMPTY: NoteDraft = { body: '', pinned: false };

const isDraft = (value: unknown): value is NoteDraft =>
  typeof value === 'object' && value !== null && 'body' in value && typeof value.body === 'string' && 'pinned' in value && typeof value.pinned === 'boolean';

/** Notes being written, by customer. */
export class NoteDrafts extends Drafts<NoteDraft> {
  constructor(userId: string) {
    super('notes', userId, EMPTY, isDraft);
  }
}
