import { isFinal, ProblemError } from '../shared/api/problem';
import type { CallScriptRun } from '../shared/api/types';
import { begin, followed, merged, sameAnswers, sendable, type Passage } from './passage';

/** `refused`: the service will not take it; another change is tried again. */
export type RunStatus = 'clean' | 'writing' | 'saving' | 'saved' | 'failed' | 'refused';

interface Run {
  callId: string;
  /** What the service holds; it goes by this version whatever is published meanwhile. */
  kept: CallScriptRun;
  passage: Passage;
  status: RunStatus;
  /** Why it was refused. */
  error: unknown;
  /** Whether somebody else's answers were put together with these. */
  mixed: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts changes, so that an answer to an older save does not pass for the newest. */
  edits: number;
  /** Failures in a row. */
  failures: number;
}

export interface RunService {
  save: (callId: string, run: CallScriptRun, passage: ReturnType<typeof sendable>) => Promise<CallScriptRun>;
  /** The newest of the same call and script; null when there is none any more. */
  load: (callId: string, scriptId: string) => Promise<CallScriptRun | null>;
}

const PAUSE = 800;
const RETRY = 2000;
const LONGEST_RETRY = 30_000;
const KEPT = 20;
const PREFIX = 'trunkline.script.';

const passageOf = ({ script, trail, done, answers }: CallScriptRun): Passage => (trail.length > 0 ? { trail, done, answers } : begin(script.steps));

/**
 * What is answered on calls, each saved a moment after the last stroke and at once with each step. Nothing is lost to a
 * change of page, to a fault of the network, nor to a reload during one; what somebody else answered meanwhile is put
 * together with it.
 */
export class ScriptRuns {
  private readonly runs = new Map<string, Run>();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly service: RunService,
    /** Outlives a reload of the tab while something is not saved; not the tab. */
    private readonly store: Storage = sessionStorage,
  ) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  run(callId: string, scriptId: string): Readonly<Run> | undefined {
    return this.runs.get(keyOf(callId, scriptId));
  }

  /** What the service holds; takes the place of what is here unless that is newer. */
  seed(callId: string, kept: CallScriptRun) {
    const key = keyOf(callId, kept.script.scriptId);
    const before = this.runs.get(key);
    if (before) {
      const settled = before.status === 'clean' || before.status === 'saved';
      if (settled && kept.version > before.kept.version) this.set(key, { kept, passage: passageOf(kept) });
      return;
    }
    const unsaved = this.unsaved(key, kept);
    this.put(key, { callId, kept, passage: unsaved ?? passageOf(kept), status: 'clean', error: null, mixed: false, timer: undefined, edits: 0, failures: 0 });
    if (unsaved) this.soon(key, 0);
  }

  /** Takes a change; a step is saved at once, a stroke a moment after the last. */
  change(callId: string, scriptId: string, passage: Passage, atOnce: boolean) {
    const key = keyOf(callId, scriptId);
    const before = this.runs.get(key);
    if (!before || passage === before.passage) return;
    this.set(key, { passage, edits: before.edits + 1, error: null, failures: 0, ...(before.status === 'saving' ? {} : { status: 'writing' }) });
    this.remember(key);
    this.soon(key, atOnce ? 0 : PAUSE);
  }

  /** The network is back: what waits for the next try goes out now. */
  readonly retry = () => {
    for (const [key, run] of this.runs) if (run.status === 'failed') this.soon(key, 0);
  };

  private soon(key: string, after: number) {
    const run = this.runs.get(key);
    if (!run) return;
    clearTimeout(run.timer);
    run.timer = setTimeout(() => void this.flush(key), after);
  }

  private async flush(key: string) {
    const run = this.runs.get(key);
    // What is under way looks for changes when it comes back.
    if (!run || run.status === 'saving') return;
    const { callId, kept, passage, edits } = run;
    this.set(key, { status: 'saving' });
    try {
      const saved = await this.service.save(callId, kept, sendable(kept.script.steps, passage));
      this.settle(key, edits, saved);
    } catch (error) {
      await this.failed(key, error);
    }
  }

  private settle(key: string, edits: number, kept: CallScriptRun) {
    const newest = this.runs.get(key)?.edits === edits;
    this.set(key, { kept, failures: 0, status: newest ? 'saved' : 'writing' });
    if (newest) this.store.removeItem(PREFIX + key);
    else this.soon(key, PAUSE);
  }

  private async failed(key: string, error: unknown) {
    const run = this.runs.get(key);
    if (!run) return;
    if (error instanceof ProblemError && error.isConflict && run.failures < 5) {
      try {
        const theirs = await this.service.load(run.callId, run.kept.script.scriptId);
        if (theirs) this.mix(key, theirs);
        else this.set(key, { status: 'refused', error });
      } catch {
        this.later(key);
      }
    } else if (isFinal(error, run.failures)) this.set(key, { status: 'refused', error });
    else this.later(key);
  }

  private mix(key: string, theirs: CallScriptRun) {
    const run = this.runs.get(key);
    if (!run) return;
    const steps = run.kept.script.steps;
    const passage = merged(steps, passageOf(run.kept), run.passage, passageOf(theirs));
    // An answer of our own that we did not hear was taken is nobody else's.
    const mixed = run.mixed || !sameAnswers(passage, run.passage);
    this.set(key, { kept: theirs, passage, mixed, status: 'writing', edits: run.edits + 1, failures: run.failures + 1 });
    this.remember(key);
    this.soon(key, 0);
  }

  private later(key: string) {
    const failures = (this.runs.get(key)?.failures ?? 0) + 1;
    this.set(key, { status: 'failed', failures });
    this.soon(key, Math.min(LONGEST_RETRY, RETRY * 2 ** Math.min(failures - 1, 5)));
  }

  private remember(key: string) {
    const run = this.runs.get(key);
    try {
      if (run) this.store.setItem(PREFIX + key, JSON.stringify({ number: run.kept.script.number, passage: run.passage }));
    } catch {
      // A full store only costs what a reload during a fault would have kept.
    }
  }

  /** What a reload found unsaved, of the same version of the script and as far as it still is a way through it. */
  private unsaved(key: string, kept: CallScriptRun): Passage | null {
    try {
      const found = JSON.parse(this.store.getItem(PREFIX + key) ?? 'null') as { number: number; passage: Passage } | null;
      return found && found.number === kept.script.number ? followed(kept.script.steps, found.passage) : null;
    } catch {
      this.store.removeItem(PREFIX + key);
      return null;
    }
  }

  private set(key: string, change: Partial<Run>) {
    const before = this.runs.get(key);
    if (before) this.put(key, { ...before, ...change });
  }

  private put(key: string, run: Run) {
    this.runs.delete(key);
    this.runs.set(key, run);
    const settled = this.runs.size > KEPT ? [...this.runs].find(([, { status }]) => status === 'clean' || status === 'saved') : undefined;
    if (settled) this.runs.delete(settled[0]);
    for (const listener of this.listeners) listener();
  }
}

const keyOf = (callId: string, scriptId: string) => `${callId}/${scriptId}`;
