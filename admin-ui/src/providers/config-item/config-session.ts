import { ApiError } from '../graphql.js';
import { isSame } from './json-merge.js';

/** The other person's change that a save ran into. */
export interface Conflict {
  rev: number;
  by: { id: string; name: string } | null;
  at: string;
  body: unknown;
  /** What the other person changed, named as on the page. */
  changes?: { path: string; label: string }[];
}

export type SaveStatus = 'clean' | 'waiting' | 'saving' | 'saved' | 'offline' | 'refused' | 'conflict';

export interface SessionState<T> {
  body: T;
  /** What the server holds, as far as known. */
  saved: T;
  rev: number;
  status: SaveStatus;
  /** When the server last took a save of this session. */
  savedAt: Date | null;
  conflict: Conflict | null;
  /** Why the last save was refused. */
  error: ApiError | null;
  /** The body came from an unsaved copy of an earlier visit. */
  recovered: boolean;
  canUndo: boolean;
  canRedo: boolean;
}

export interface SessionDeps<T> {
  /** Saves the body over `rev`. */
  save: (rev: number, body: T) => Promise<{ rev: number }>;
  /** Keeps the unsaved copy; null where there is nothing to keep it in. */
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
  /** Name of the unsaved copy. */
  storageKey: string;
  /** Milliseconds of rest before a change is saved. */
  delay?: number;
}

/** Long enough that typing makes one save a phrase, short enough that closing the lid loses nothing worth naming. */
const defaultDelay = 900;
/** After a lost connection. */
const retryDelay = 5_000;
/** Changes with the same group inside this many milliseconds are one step of undo. */
const groupWindow = 1_000;
const undoLimit = 200;

interface UnsavedCopy<T> {
  rev: number;
  base: T;
  body: T;
}

/**
 * The editing of one draft: autosave, undo, unsaved copy, conflict. It knows nothing of React or of kinds.
 * A save never overtakes another: while one is on its way, later changes wait for it.
 */
export class ConfigSession<T> {
  private current: SessionState<T>;
  private undoSteps: T[] = [];
  private redoSteps: T[] = [];
  private lastGroup: { name: string; at: number } | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<void> | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    loaded: { rev: number; body: T },
    private readonly deps: SessionDeps<T>,
  ) {
    this.current = {
      body: loaded.body,
      saved: loaded.body,
      rev: loaded.rev,
      status: 'clean',
      savedAt: null,
      conflict: null,
      error: null,
      recovered: false,
      canUndo: false,
      canRedo: false,
    };
    this.recover(loaded);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly getState = (): SessionState<T> => this.current;

  /** Changes the body. Changes of one `group` in quick succession are undone together. */
  change(next: T | ((body: T) => T), group?: string): void {
    const body = typeof next === 'function' ? (next as (body: T) => T)(this.current.body) : next;
    if (isSame(body, this.current.body)) return;
    const now = Date.now();
    const joins = group !== undefined && this.lastGroup?.name === group && now - this.lastGroup.at < groupWindow;
    if (!joins) this.undoSteps = [...this.undoSteps.slice(1 - undoLimit), this.current.body];
    this.lastGroup = group === undefined ? null : { name: group, at: now };
    this.redoSteps = [];
    this.setBody(body);
  }

  undo(): void {
    const body = this.undoSteps.pop();
    if (body === undefined) return;
    this.redoSteps.push(this.current.body);
    this.lastGroup = null;
    this.setBody(body);
  }

  redo(): void {
    const body = this.redoSteps.pop();
    if (body === undefined) return;
    this.undoSteps.push(this.current.body);
    this.lastGroup = null;
    this.setBody(body);
  }

  /** Saves now whatever waits. Resolves when nothing is on its way any more, whether or not it succeeded. */
  async flush(): Promise<void> {
    this.cancelTimer();
    while (this.running) await this.running;
    if (this.isDirty() && this.current.status !== 'conflict') await this.start();
  }

  /** Takes what the server made of the draft by another way (restore, discard). It is one step of undo. */
  adopt(loaded: { rev: number; body: T }): void {
    this.cancelTimer();
    if (!isSame(loaded.body, this.current.body)) {
      this.undoSteps.push(this.current.body);
      this.redoSteps = [];
    }
    this.update({ body: loaded.body, saved: loaded.body, rev: loaded.rev, status: 'clean', conflict: null, error: null, recovered: false });
    this.keepCopy();
  }

  /** Ends a conflict with the body that shall stand. */
  resolve(body: T): void {
    const conflict = this.current.conflict;
    if (!conflict) return;
    this.update({ rev: conflict.rev, saved: conflict.body as T, conflict: null, status: 'waiting' });
    this.undoSteps.push(this.current.body);
    this.setBody(body);
  }

  isDirty(): boolean {
    return !isSame(this.current.body, this.current.saved);
  }

  /** Tries again at once after the connection is back. */
  retry(): void {
    if (this.current.status === 'offline' || this.current.status === 'refused') void this.flush();
  }

  /** Sends what waits and stops the clock. */
  close(): void {
    void this.flush();
  }

  private recover({ rev, body }: { rev: number; body: T }): void {
    const text = this.deps.storage?.getItem(this.deps.storageKey);
    if (!text) return;
    let copy: UnsavedCopy<T>;
    try {
      copy = JSON.parse(text) as UnsavedCopy<T>;
    } catch {
      this.deps.storage?.removeItem(this.deps.storageKey);
      return;
    }
    if (isSame(copy.body, body)) {
      this.deps.storage?.removeItem(this.deps.storageKey);
      return;
    }
    // The copy keeps the revision that it was made from, so that a change by someone else since then shows as a conflict.
    this.undoSteps.push(body);
    this.update({ body: copy.body, saved: copy.base, rev: copy.rev, recovered: true, status: 'waiting' });
    if (copy.rev === rev) this.update({ saved: body });
    this.schedule();
  }

  private setBody(body: T): void {
    this.update({ body, recovered: false });
    this.keepCopy();
    if (this.current.status === 'conflict') return;
    if (this.isDirty() || this.running) {
      this.update({ status: this.running ? 'saving' : 'waiting' });
      this.schedule();
    } else {
      this.cancelTimer();
      this.update({ status: this.current.savedAt ? 'saved' : 'clean', error: null });
    }
  }

  private schedule(delay = this.deps.delay ?? defaultDelay): void {
    this.cancelTimer();
    this.timer = setTimeout(() => void this.flush(), delay);
  }

  private cancelTimer(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private start(): Promise<void> {
    this.running = this.saveOnce().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async saveOnce(): Promise<void> {
    const body = this.current.body;
    this.update({ status: 'saving' });
    try {
      const { rev } = await this.deps.save(this.current.rev, body);
      this.succeed(rev, body);
    } catch (cause) {
      this.fail(cause instanceof ApiError ? cause : new ApiError('NETWORK', String(cause)), body);
    }
    this.keepCopy();
  }

  private succeed(rev: number, body: T): void {
    this.update({ rev, saved: body, savedAt: new Date(), error: null, recovered: false });
    const dirty = this.isDirty();
    this.update({ status: dirty ? 'waiting' : 'saved' });
    if (dirty) this.schedule();
  }

  private fail(error: ApiError, body: T): void {
    if (error.code === 'CONFLICT' && error.details) {
      const conflict = error.details as Conflict;
      // Our own save whose answer was lost comes back as somebody's change with exactly our content.
      if (isSame(conflict.body, body)) this.succeed(conflict.rev, body);
      else this.update({ status: 'conflict', conflict, error });
    } else if (error.code === 'NETWORK') {
      this.update({ status: 'offline', error });
      this.schedule(retryDelay);
    } else {
      this.update({ status: 'refused', error });
    }
  }

  private keepCopy(): void {
    const { storage, storageKey } = this.deps;
    if (!this.isDirty()) {
      storage?.removeItem(storageKey);
      return;
    }
    const copy: UnsavedCopy<T> = { rev: this.current.rev, base: this.current.saved, body: this.current.body };
    try {
      storage?.setItem(storageKey, JSON.stringify(copy));
    } catch {
      // A full storage costs only the copy; the save itself still goes to the server.
    }
  }

  private update(part: Partial<SessionState<T>>): void {
    this.current = { ...this.current, ...part, canUndo: this.undoSteps.length > 0, canRedo: this.redoSteps.length > 0 };
    for (const listener of this.listeners) listener();
  }
}
