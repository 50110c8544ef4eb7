import { Drafts } from '../../shared/drafts';

export interface CommentDraft {
  body: string;
  internal: boolean;
}

const EMPTY: CommentDraft = { body: '', internal: false };

const isDraft = (value: unknown): value is CommentDraft =>
  typeof value === 'object' && value !== null && 'body' in value && typeof value.body === 'string' && 'internal' in value && typeof value.internal === 'boolean';

/** Comments being written, by ticket. */
export class CommentDrafts extends Drafts<CommentDraft> {
  constructor(userId: string) {
    super('comments', userId, EMPTY, isDraft);
  }
}
