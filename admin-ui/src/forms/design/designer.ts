import { checkForm, fieldNames, problemText, renameField, type EditResult, type FormBody, type FormProblem, type Language } from '@banshi/forms';
import { createContext, useContext, useMemo, useRef, useState, type RefObject } from 'react';
import type { EditedItem } from '../../providers/config-item/use-config-item.js';

/** What the properties panel shows; null for the form itself. */
export type Selection = { field: string } | { section: string } | null;

export interface Designer {
  form: FormBody;
  isReadOnly: boolean;
  language: Language;
  selected: Selection;
  /** Selects; with `focus` the card of a field also takes the keyboard. */
  select: (selection: Selection, focus?: boolean) => void;
  /** The field whose card shall take the focus once it is drawn. */
  focusOn: RefObject<string | null>;
  /** Makes one edit. What it added or renamed becomes selected; a refusal is kept to be shown. */
  run: (edit: (form: FormBody) => EditResult, group?: string) => EditResult;
  /** Renames a field. `byHand`: the person wrote the name, so that it no longer follows the title. */
  rename: (from: string, to: string, byHand: boolean) => EditResult;
  /** Whether a field was added here and has the name that it was given; nothing outside can refer to it yet. */
  isNewlyNamed: (field: string) => boolean;
  /** Stays the same when a field is renamed. */
  identityOf: (field: string) => string;
  problems: FormProblem[];
  problemsOf: (field: string) => string[];
  /** Why the last edit was refused. */
  refusal: string | null;
  clearRefusal: () => void;
}

const DesignerContext = createContext<Designer | null>(null);
export const DesignerProvider = DesignerContext.Provider;

export function useDesigner(): Designer {
  const designer = useContext(DesignerContext);
  if (!designer) throw new Error('useDesigner outside of DesignerProvider');
  return designer;
}

/** The state of the visual editor around one draft. Every change goes through the pure edits of the forms library. */
export function useDesignerState(edited: Pick<EditedItem<FormBody>, 'body' | 'change' | 'isReadOnly'>, language: Language): Designer {
  const { body: form, change, isReadOnly } = edited;
  const [selected, setSelected] = useState<Selection>(null);
  const [refused, setRefused] = useState<FormProblem[]>([]);
  const focusOn = useRef<string | null>(null);
  const newlyNamed = useRef(new Set<string>());
  const identities = useRef(new Map<string, string>());
  const problems = useMemo(() => checkForm(form), [form]);

  return useMemo(() => {
    const select = (selection: Selection, focus = false) => {
      focusOn.current = focus && selection && 'field' in selection ? selection.field : null;
      setSelected(selection);
      setRefused([]);
    };
    const run = (edit: (form: FormBody) => EditResult, group?: string): EditResult => {
      let result: EditResult = { form, problems: [] };
      change((body) => {
        result = edit(body);
        return result.form;
      }, group);
      setRefused(result.problems);
      if (result.problems.length === 0) {
        if (result.field && !fieldNames(form).includes(result.field)) newlyNamed.current.add(result.field);
        if (result.field) setSelected({ field: result.field });
        else if (result.section) setSelected({ section: result.section });
      }
      return result;
    };
    const identityOf = (field: string) => identities.current.get(field) ?? field;
    const rename = (from: string, to: string, byHand: boolean) => {
      identities.current.set(to, identityOf(from));
      const result = run((body) => renameField(body, from, to));
      if (result.problems.length > 0) return result;
      newlyNamed.current.delete(from);
      if (byHand) newlyNamed.current.delete(to);
      return result;
    };
    return {
      form,
      isReadOnly,
      language,
      selected: isThere(form, selected) ? selected : null,
      select,
      focusOn,
      run,
      rename,
      isNewlyNamed: (field) => newlyNamed.current.has(field),
      identityOf,
      problems,
      problemsOf: (field: string) => problems.filter((problem) => problem.field === field).map((problem) => problemText(problem, language)),
      refusal: refused.length > 0 ? refused.map((problem) => problemText(problem, language)).join(' ') : null,
      clearRefusal: () => setRefused([]),
    };
  }, [form, change, isReadOnly, language, selected, refused, problems]);
}

/** Undo may take away what is selected. */
function isThere(form: FormBody, selection: Selection): boolean {
  if (!selection) return false;
  if ('section' in selection) return form.layout.sections.some(({ key }) => key === selection.section);
  return form.layout.sections.some(({ fields }) => fields.some(({ field }) => field === selection.field)) || Object.hasOwn((form.schema['properties'] as object | undefined) ?? {}, selection.field);
}

/** The fields in the order in which they stand on the canvas. */
export const orderOf = (form: FormBody): string[] => form.layout.sections.flatMap(({ fields }) => fields.map(({ field }) => field));
