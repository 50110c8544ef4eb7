import { saveWrapUp, type WrapUpDraft } from '../agent';

export type DraftStatus = 'clean' | 'writing' | 'saving' | 'saved' | 'failed' | 'finishing' | 'done';

interface Entry {
  draft: WrapUpDraft;
  status: DraftStatus;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts changes, so that an answer to an older save does not pass for the newest. */
  edits: number;
}

const EMPTY: WrapUpDraft = { disposition: null, notes: '' };
const PAUSE = 800;
const KEPT = 20;

type Save = typeof saveWrapUp;

/** Drafts of wrap-up forms by call, each saved a moment after the last stroke. Nothing typed is lost to a change of page. */
export class WrapUpDrafts {
  private readonly entries = new Map<string, Entry>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly save: Save = saveWrapUp) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  draft(callId: string | null): WrapUpDraft {
    return (callId && this.entries.get(callId)?.draft) || EMPTY;
  }

  status(callId: string | null): DraftStatus {
    return (callId && this.entries.get(callId)?.status) || 'clean';
  }

  /** What the service holds; does not touch a draft that has been written in. */
  seed(callId: string, draft: WrapUpDraft) {
    if (!this.entries.has(callId)) this.set(callId, { draft, status: 'clean' });
  }

  change(callId: string, part: Partial<WrapUpDraft>) {
    const before = this.entries.get(callId);
    clearTimeout(before?.timer);
    const timer = setTimeout(() => void this.flush(callId), PAUSE);
    this.set(callId, { draft: { ...this.draft(callId), ...part }, status: 'writing', timer, edits: (before?.edits ?? 0) + 1 });
  }

  async finish(callId: string) {
    clearTimeout(this.entries.get(callId)?.timer);
    this.set(callId, { status: 'finishing' });
    try {
      await this.save(callId, this.draft(callId), true);
      this.set(callId, { status: 'done' });
    } catch (error) {
      this.set(callId, { status: 'failed' });
      throw error;
    }
  }

  private async flush(callId: string) {
    const edits = this.entries.get(callId)?.edits;
    this.set(callId, { status: 'saving' });
    let status: DraftStatus = 'saved';
    try {
      await this.save(callId, this.draft(callId), false);
    } catch {
      status = 'failed';
    }
    const entry = this.entries.get(callId);
    if (entry?.edits === edits && entry?.status === 'saving') this.set(callId, { status });
  }

  private set(callId: string, change: Partial<Entry>) {
    const before = this.entries.get(callId) ?? { draft: EMPTY, status: 'clean' as const, timer: undefined, edits: 0 };
    this.entries.delete(callId);
    this.entries.set(callId, { ...before, ...change });
    const oldest = this.entries.keys().next();
    if (this.entries.size > KEPT && !oldest.done) this.entries.delete(oldest.value);
    for (const listener of this.listeners) listener();
  }
}
