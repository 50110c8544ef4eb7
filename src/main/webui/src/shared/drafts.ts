const KEPT = 20;

/**
 * Texts being written, by what they are about: they survive a reload and going elsewhere, in this tab and for this person
 * alone, the last twenty. A browser that keeps nothing loses them, and nothing else.
 */
export class Drafts<T extends { body: string }> {
  private readonly key: string;

  constructor(
    what: string,
    userId: string,
    private readonly empty: T,
    private readonly isDraft: (value: unknown) => value is T,
    private readonly storage: Storage = sessionStorage,
  ) {
    this.key = `trunkline.${what}.${userId}`;
  }

  of(id: string): T {
    return this.all().find(([about]) => about === id)?.[1] ?? this.empty;
  }

  /** An empty one is forgotten. */
  keep(id: string, draft: T) {
    const others = this.all().filter(([about]) => about !== id);
    const kept: [string, T][] = draft.body === '' ? others : [...others, [id, draft]];
    try {
      this.storage.setItem(this.key, JSON.stringify(kept.slice(-KEPT)));
    } catch {
      // Full or forbidden: what is typed stays in the field.
    }
  }

  private all(): [string, T][] {
    try {
      const kept: unknown = JSON.parse(this.storage.getItem(this.key) ?? '[]');
      return Array.isArray(kept) ? kept.filter((entry): entry is [string, T] => Array.isArray(entry) && typeof entry[0] === 'string' && this.isDraft(entry[1])) : [];
    } catch {
      return [];
    }
  }
}
