/** How long a conversation is found again: on this device, in this tab, or never (a kiosk that many people use). */
export type Remember = 'device' | 'tab' | 'none';

/** Remembers the id of the conversation and what is being typed. A browser that forbids it forgets, and nothing else breaks. */
export class SessionMemory {
  constructor(
    private readonly name: string,
    private readonly remember: Remember,
  ) {}

  get session(): string | null {
    return this.attempt((storage) => storage.getItem(this.name));
  }

  set session(id: string | null) {
    this.attempt((storage) => (id === null ? storage.removeItem(this.name) : storage.setItem(this.name, id)));
  }

  /** Never outlives the tab: what is half typed may be anything. */
  get draft(): string {
    return this.attempt(() => sessionStorage.getItem(`${this.name}.draft`)) ?? '';
  }

  set draft(text: string) {
    this.attempt(() => (text === '' ? sessionStorage.removeItem(`${this.name}.draft`) : sessionStorage.setItem(`${this.name}.draft`, text)));
  }

  private attempt<T>(work: (storage: Storage) => T): T | null {
    if (this.remember === 'none') return null;
    try {
      return work(this.remember === 'tab' ? sessionStorage : localStorage);
    } catch {
      return null;
    }
  }
}
