import { compileForm, type FormValidator, type StepAccess } from '@banshi/forms';
import type { BodyOf, BundleView, CompiledWorkflow, KindName } from '@banshi/bundle';

/** A bundle with its contents in memory. Immutable, so whoever holds it reads one consistent state for as long as he likes. */
export class LoadedBundle {
  private readonly hashes: ReadonlyMap<string, string>;
  private readonly validators = new Map<string, FormValidator>();

  constructor(
    readonly sha256: string,
    /** What people call it: v37. */
    readonly n: number,
    readonly view: BundleView,
  ) {
    this.hashes = new Map(view.entries.map((entry) => [`${entry.kind}/${entry.key}`, entry.sha256]));
  }

  keys(kind: KindName): string[] {
    return this.view.keys(kind);
  }

  get<K extends KindName>(kind: K, key: string): BodyOf<K> | null {
    return this.view.get(kind, key);
  }

  hashOf(kind: KindName, key: string): string | null {
    return this.hashes.get(`${kind}/${key}`) ?? null;
  }

  process(workflow: string): CompiledWorkflow | null {
    return this.view.process(workflow);
  }

  /** Validator of a form, with the dictionaries of this bundle; compiled once. */
  validator(formKey: string): FormValidator | null {
    const known = this.validators.get(formKey);
    if (known) return known;
    const form = this.get('form', formKey);
    if (!form) return null;
    const validator = compileForm(form, { dictionaries: (key) => this.dictionaryCodes(key) });
    this.validators.set(formKey, validator);
    return validator;
  }

  /** What an applicant may see and fill of a form: what the start event of the service's workflow says; all of it without a workflow. */
  startAccess(workflow: string | null): StepAccess {
    const process = workflow ? this.process(workflow)?.model : null;
    const start = process?.elements[process.start];
    return start?.type === 'start' ? start.fields : { default: 'edit', access: {} };
  }

  private dictionaryCodes(key: string): ReadonlySet<string> | undefined {
    const dictionary = this.get('dictionary', key);
    return dictionary ? new Set(dictionary.entries.filter((entry) => !entry.disabled).map((entry) => entry.code)) : undefined;
  }
}
