import { keyPattern, type ServiceBody, validateBody, fieldProblemText } from '@banshi/bundle';
import type { RequestContext } from '../../../platform/actor/request-context.js';
import type { ContentsService } from '../../config/contents.service.js';
import { type Department, Departments } from './departments.js';
import { keyOfCode, keyOfTitle } from '../../../platform/search/derive-key.js';
import { FirstRows } from './first-rows.js';
import type { ImportMapping } from './import-mapping.js';
import type { FoundProblem, ImportProblemCode } from './import-problem.types.js';
import { isRefused, type RowDraft, serviceOf } from './row-draft.js';
import { type KnownService, type KnownServices, lookUp } from './service-lookup.js';

/** A row that is taken: the item that it becomes. */
export interface PlannedService {
  n: number;
  key: string;
  body: ServiceBody;
  outcome: 'create' | 'update' | 'keep';
}

export interface PlannerOptions {
  mapping: ImportMapping;
  departments: Departments;
  contents: ContentsService;
  /** Whether the person who asked may write items of this owner; null for one that does not exist yet. */
  mayWrite(orgUnitId: string | null): boolean;
}

/** Decides row by row what becomes of a file; the same for a dry run and a real one. */
export class ImportPlanner {
  private readonly firstRows = new FirstRows();

  constructor(private readonly options: PlannerOptions) {}

  /** Adds problems to the drafts and returns what is to be written. `write` is the context to create departments in; null for a dry run. */
  async plan(ctx: RequestContext, drafts: readonly RowDraft[], write: RequestContext | null): Promise<PlannedService[]> {
    const open = drafts.filter((draft) => !isRefused(draft));
    const known = await lookUp(ctx, this.options.contents, open.map((draft) => draft.code).filter(Boolean), open.flatMap(candidateKeys), write !== null);
    const planned: PlannedService[] = [];
    for (const draft of open) {
      const service = await this.planOne(draft, known, write);
      if (service) planned.push(service);
    }
    return planned;
  }

  private async planOne(draft: RowDraft, known: KnownServices, write: RequestContext | null): Promise<PlannedService | null> {
    const report = (target: keyof ImportMapping['columns'] | null, code: ImportProblemCode, value: string, params: FoundProblem['params'] = {}) =>
      void draft.problems.push({ column: target && (this.options.mapping.columns[target] ?? null), code, value, params });
    if (draft.key !== '' && !keyPattern.test(draft.key)) {
      report('key', 'key-invalid', draft.key);
      return null;
    }
    const found = this.match(draft, known, report);
    if (found === 'refused') return null;
    const { key, before } = found;
    const repeated = this.firstRows.add(key, draft.n) ?? (draft.code === '' ? null : this.firstRows.add(`code ${draft.code}`, draft.n));
    if (repeated !== null) {
      report(draft.code === '' ? 'title' : 'code', 'duplicate-in-file', draft.code || draft.title, { row: repeated });
      return null;
    }
    if (before && !this.options.mayWrite(before.orgUnitId)) {
      report(null, 'item-not-yours', draft.title, { key });
      return null;
    }
    const department = await this.departmentOf(draft, report, write);
    if (!department) return null;
    const body = serviceOf(draft, department.key, before ? (known.bodies.get(before.sha256) ?? null) : null);
    const [invalid] = validateBody('service', body);
    if (invalid) {
      report(null, 'body-invalid', draft.title, { reason: `${invalid.path}: ${fieldProblemText(invalid, 'zh')}`, reasonEn: `${invalid.path}: ${fieldProblemText(invalid, 'en')}` });
      return null;
    }
    if (!before) return { n: draft.n, key, body, outcome: 'create' };
    report(null, 'already-exists', draft.code || draft.title, { key });
    return { n: draft.n, key, body, outcome: isSame(body, known.bodies.get(before.sha256)) ? 'keep' : 'update' };
  }

  /** The item that the row stands for: by its code, then by its key; else the key of a new one. */
  private match(draft: RowDraft, known: KnownServices, report: (target: 'code' | 'key' | null, code: ImportProblemCode, value: string, params?: FoundProblem['params']) => void): { key: string; before: KnownService | null } | 'refused' {
    const twins = draft.code === '' ? [] : (known.byCode.get(draft.code) ?? []);
    if (twins.length > 1) {
      report('code', 'code-ambiguous', draft.code);
      return 'refused';
    }
    const [byCode] = twins;
    const keys = candidateKeys(draft);
    // Without a code two services may sound alike; the title tells them apart.
    const byKey = keys.map((key) => known.byKey.get(key)).find((service) => service && (draft.key !== '' || draft.code !== '' || service.title === draft.title));
    const before = byCode ?? byKey ?? null;
    if (before?.isDeleted) {
      report(null, 'item-deleted', draft.title, { key: before.key });
      return 'refused';
    }
    if (before && !byCode && draft.code !== '' && before.code !== '' && before.code !== draft.code) {
      report('code', 'key-taken', draft.code, { key: before.key, code: before.code });
      return 'refused';
    }
    return { key: before?.key ?? keys.find((key) => !known.byKey.has(key)) ?? keys.at(-1)!, before };
  }

  private async departmentOf(draft: RowDraft, report: (target: 'department', code: ImportProblemCode, value: string, params?: FoundProblem['params']) => void, write: RequestContext | null): Promise<Department | null> {
    const { departments, mapping, mayWrite } = this.options;
    const found = departments.find(draft.department);
    if (found === 'ambiguous') report('department', 'department-ambiguous', draft.department);
    else if (!found && mapping.departments === 'match') report('department', 'department-unknown', draft.department);
    else if (!found) {
      const created = await departments.create(write, draft.department);
      report('department', 'department-created', draft.department, { key: created.key });
      return created;
    } else if (found.id !== null && !mayWrite(found.id)) report('department', 'department-not-yours', draft.department);
    else return found;
    return null;
  }
}

function candidateKeys(draft: RowDraft): string[] {
  if (draft.key !== '') return [draft.key];
  const byCode = draft.code === '' ? null : keyOfCode(draft.code);
  return byCode ? [byCode] : [keyOfTitle(draft.title), keyOfTitle(draft.title, true)];
}

/** Bodies are made in the order of the schema, so equal ones have equal texts unless an editor wrote them in another order; then a draft is merely written again. */
const isSame = (a: ServiceBody, b: ServiceBody | undefined) => JSON.stringify(a) === JSON.stringify(b);
