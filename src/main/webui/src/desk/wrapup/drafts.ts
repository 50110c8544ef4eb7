import { isFinal } from '../../shared/api/problem';
import { saveWrapUp, type WrapUpDraft } from '../agent';

/** `failed`: it is tried again by itself. `refused`: the service will not take it; another change is tried again. */
export type DraftStatus = 'clean' | 'writing' | 'saving' | 'saved' | 'failed' | 'refused' | 'finishing' | 'done';

interface Entry {
  draft: WrapUpDraft;
  status: DraftStatus;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts changes, so that an answer to an older save does not pass for the newest. */
  edits: number;
  /** Failures in a row. */
  failures: number;
}

const EMPTY: WrapUpDraft = { disposition: null, notes: '' };
const PAUSE = 800;
const RETRY = 2000;
const LONGEST_RETRY = 30_000;
const KEPT = 20;
const PREFIX = 'trunkline.wrap-up.';

type Save = typeof saveWrapUp;

/**
 * Drafts of wrap-up forms by call, each saved a moment after the last stroke. Nothing typed is lost to a change of page, to
 * a fault of the network, nor to a reload during one.
 */
export class WrapUpDrafts {
  private readonly entries = new Map<string, Entry>();
  private readonly underWay = new Map<string, Promise<void>>();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly save: Save = saveWrapUp,
    /** Outlives a reload of the tab while something is not saved; not the tab. */
    private readonly store: Storage = sessionStorage,
  ) {}

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

  /** What the service holds, null for nothing; does not touch a draft that has been written in, before a reload or since. */
  seed(callId: string, held: WrapUpDraft | null) {
    if (this.entries.has(callId)) return;
    const unsaved = this.unsaved(callId);
    if (unsaved) {
      this.set(callId, { draft: unsaved, status: 'writing' });
      this.soon(callId, 0);
    } else if (held) this.set(callId, { draft: held });
  }

  change(callId: string, part: Partial<WrapUpDraft>) {
    const edits = (this.entries.get(callId)?.edits ?? 0) + 1;
    this.set(callId, { draft: { ...this.draft(callId), ...part }, status: 'writing', edits, failures: 0 });
    this.remember(callId);
    this.soon(callId, PAUSE);
  }

  async finish(callId: string) {
    this.set(callId, { status: 'finishing' });
    await this.underWay.get(callId);
    this.set(callId, { status: 'finishing' });
    await this.send(callId, true);
  }

  /** The network is back: what waits for the next try goes out now. */
  readonly retry = () => {
    for (const [callId, { status }] of this.entries) if (status === 'failed') this.soon(callId, 0);
  };

  private soon(callId: string, after: number) {
    const entry = this.entries.get(callId);
    if (!entry) return;
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => void this.flush(callId), after);
  }

  private async flush(callId: string) {
    // What is under way looks for changes when it comes back.
    if (!this.entries.has(callId) || this.underWay.has(callId)) return;
    this.set(callId, { status: 'saving' });
    await this.send(callId, false).catch(() => undefined);
  }

  /** One at a time: an older draft that takes longer must not have the last word. */
  private async send(callId: string, done: boolean) {
    const entry = this.entries.get(callId);
    clearTimeout(entry?.timer);
    const sending = this.save(callId, this.draft(callId), done);
    this.underWay.set(
      callId,
      sending.then(
        () => undefined,
        () => undefined,
      ),
    );
    try {
      await sending;
      this.underWay.delete(callId);
      this.kept(callId, entry?.edits ?? 0, done);
    } catch (error) {
      this.underWay.delete(callId);
      this.failed(callId, error);
      throw error;
    }
  }

  private kept(callId: string, edits: number, done: boolean) {
    const now = this.entries.get(callId);
    if (now?.edits !== edits) {
      this.soon(callId, PAUSE);
      return;
    }
    this.store.removeItem(PREFIX + callId);
    if (done) this.set(callId, { status: 'done' });
    else if (now.status === 'saving') this.set(callId, { status: 'saved', failures: 0 });
  }

  private failed(callId: string, error: unknown) {
    const failures = this.entries.get(callId)?.failures ?? 0;
    if (isFinal(error, failures)) {
      this.set(callId, { status: 'refused' });
      return;
    }
    this.set(callId, { status: 'failed', failures: failures + 1 });
    this.soon(callId, Math.min(LONGEST_RETRY, RETRY * 2 ** failures));
  }

  private remember(callId: string) {
    try {
      this.store.setItem(PREFIX + callId, JSON.stringify(this.draft(callId)));
    } catch {
      // A full store only costs what a reload during a fault would have kept.
    }
  }

  /** What a reload found unsaved. */
  private unsaved(callId: string): WrapUpDraft | null {
    try {
      const found = JSON.parse(this.store.getItem(PREFIX + callId) ?? 'null') as WrapUpDraft | null;
      return found && typeof found.notes === 'string' ? { disposition: found.disposition ?? null, notes: found.notes } : null;
    } catch {
      return null;
    }
  }

  private set(callId: string, change: Partial<Entry>) {
    const before = this.entries.get(callId) ?? { draft: EMPTY, status: 'clean' as const, timer: undefined, edits: 0, failures: 0 };
    this.entries.delete(callId);
    this.entries.set(callId, { ...before, ...change });
    const settled = this.entries.size > KEPT ? [...this.entries].find(([, { status }]) => status === 'clean' || status === 'saved' || status === 'done') : undefined;
    if (settled) this.entries.delete(settled[0]);
    for (const listener of this.listeners) listener();
  }
}
