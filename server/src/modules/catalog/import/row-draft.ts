import type { Audience, Guide, ServiceBody, ServiceType } from '@banshi/bundle';
import type { TableRow } from '../../../platform/files/table-row.js';
import type { ImportMapping, ImportTarget } from './import-mapping.js';
import type { FoundProblem, ImportProblemCode } from './import-problem.types.js';
import { problemSeverities } from './import-problem.types.js';
import { audienceOf, isLonger, isNothing, limitOf, listOf, phoneOf, reportCuts, type Report, textOf, typeOf } from './import-values.js';

/** What a row says of a service, before departments and existing items are looked up. Undefined: the file does not say. */
export interface RowDraft {
  n: number;
  code: string;
  title: string;
  key: string;
  /** Key or title of the department. */
  department: string;
  type?: ServiceType;
  audience?: Audience[];
  summary?: string;
  themes?: string[];
  guide: Partial<Guide>;
  problems: FoundProblem[];
}

export const isRefused = (draft: RowDraft) => draft.problems.some((problem) => problemSeverities[problem.code] === 'error');

/** Of a value that is shown with a problem, so many characters. */
const maxShown = 200;

/** Reads one row under a mapping. Everything doubtful is reported; nothing is thrown. */
export function readRow(row: TableRow, mapping: ImportMapping): RowDraft {
  const draft: RowDraft = { n: row.n, code: '', title: '', key: '', department: '', guide: {}, problems: [] };
  const reader = new RowReader(row, mapping, draft.problems);
  if (row.fault) reader.report(null, row.fault, Object.values(row.cells).map(textOf).join(' | '));
  if (isRefused(draft)) return draft;
  draft.title = reader.text('title', 200);
  draft.code = reader.text('code', 64);
  draft.key = textOf(reader.cell('key'));
  if (draft.title === '') reader.report('title', 'value-missing', '');
  if (typeof reader.cell('code') === 'number' && !Number.isSafeInteger(reader.cell('code'))) reader.report('code', 'code-imprecise', draft.code);
  readClassification(draft, reader, mapping);
  readGuide(draft.guide, reader);
  return draft;
}

function readClassification(draft: RowDraft, reader: RowReader, mapping: ImportMapping): void {
  const type = textOf(reader.cell('type'));
  draft.type = typeOf(type) ?? (type === '' ? mapping.defaults.type : undefined);
  if (!draft.type && reader.has('type')) reader.report('type', type === '' ? 'value-missing' : 'type-unknown', type);
  draft.department = textOf(reader.cell('department')) || (mapping.defaults.department ?? '');
  if (draft.department === '') reader.report('department', 'value-missing', '');
  if (reader.has('audience')) {
    const names = listOf(reader.cell('audience'), ';；、,，|\n');
    const known = names.map((name) => audienceOf(name) ?? (reader.report('audience', 'audience-unknown', name), null));
    draft.audience = [...new Set(known.filter((audience) => audience !== null))];
  }
  if (!draft.audience?.length && mapping.defaults.audience) draft.audience = mapping.defaults.audience;
  else if (draft.audience?.length === 0) reader.report('audience', 'audience-missing', '');
  if (reader.has('summary')) draft.summary = reader.text('summary', 2000);
  if (reader.has('themes')) draft.themes = reader.list('themes', ';；、,，|\n', 30, 50);
}

function readGuide(guide: Partial<Guide>, reader: RowReader): void {
  if (reader.has('conditions')) guide.conditions = reader.text('conditions', 20_000);
  if (reader.has('location')) guide.location = reader.text('location', 2000);
  if (reader.has('hours')) guide.hours = reader.text('hours', 2000);
  if (reader.has('consultPhone')) guide.consultPhone = reader.phone('consultPhone');
  if (reader.has('complaintPhone')) guide.complaintPhone = reader.phone('complaintPhone');
  if (reader.has('materials')) guide.materials = reader.list('materials', ';；|\n', 200, 300).map((name) => ({ name, copies: 1, form: 'original', necessity: 'required' }));
  if (reader.has('steps')) guide.steps = reader.list('steps', ';；|\n→', 50, 200).map((title) => ({ title, detail: '' }));
  if (reader.has('legalBasis')) guide.legalBasis = reader.list('legalBasis', ';；|\n', 100, 500).map((title) => ({ title }));
  if (reader.has('results')) guide.results = reader.list('results', ';；、|\n', 50, 300).map((name) => ({ name }));
  if (reader.has('statutoryLimit')) guide.statutoryLimit = limitOf(reader.cell('statutoryLimit'), reader.at('statutoryLimit'));
  if (reader.has('promisedLimit')) guide.promisedLimit = limitOf(reader.cell('promisedLimit'), reader.at('promisedLimit'));
  if (guide.promisedLimit && guide.statutoryLimit && isLonger(guide.promisedLimit, guide.statutoryLimit)) {
    reader.report('promisedLimit', 'limit-over-statutory', reader.cell('promisedLimit'), { statutory: textOf(reader.cell('statutoryLimit')) });
  }
}

class RowReader {
  constructor(
    private readonly row: TableRow,
    private readonly mapping: ImportMapping,
    private readonly problems: FoundProblem[],
  ) {}

  has(target: ImportTarget): boolean {
    return this.mapping.columns[target] !== undefined;
  }

  cell(target: ImportTarget): unknown {
    const column = this.mapping.columns[target];
    return column !== undefined && Object.hasOwn(this.row.cells, column) ? this.row.cells[column] : undefined;
  }

  report(target: ImportTarget | null, code: ImportProblemCode, value: unknown, params: FoundProblem['params'] = {}): void {
    this.problems.push({ column: target && (this.mapping.columns[target] ?? null), code, value: textOf(value).slice(0, maxShown), params });
  }

  at(target: ImportTarget): Report {
    return (code, value, params) => this.report(target, code, value, params);
  }

  text(target: ImportTarget, limit: number): string {
    const text = textOf(this.cell(target));
    if (isNothing(text)) return '';
    reportCuts(text, this.at(target));
    return this.fitted(target, text, limit);
  }

  phone(target: ImportTarget): string {
    return this.fitted(target, phoneOf(this.cell(target), this.at(target)), 500);
  }

  list(target: ImportTarget, separators: string, limit: number, entryLimit: number): string[] {
    const entries = listOf(this.cell(target), separators);
    for (const entry of entries) reportCuts(entry, this.at(target));
    if (entries.length > limit) this.report(target, 'list-too-long', entries[limit], { length: entries.length, limit });
    return [...new Set(entries.slice(0, limit).map((entry) => this.fitted(target, entry, entryLimit)))];
  }

  private fitted(target: ImportTarget, text: string, limit: number): string {
    if (text.length <= limit) return text;
    const characters = [...text];
    if (characters.length <= limit) return text;
    this.report(target, 'text-too-long', text, { length: characters.length, limit });
    return characters.slice(0, limit).join('');
  }
}

const emptyGuide: Guide = {
  conditions: '',
  materials: [],
  steps: [],
  statutoryLimit: null,
  promisedLimit: null,
  fees: [],
  legalBasis: [],
  location: '',
  hours: '',
  consultPhone: '',
  complaintPhone: '',
  results: [],
  faq: [],
};

/** The service as it will be: what the file says over what exists. Nothing that the file does not say is lost. */
export function serviceOf(draft: RowDraft, department: string, before: ServiceBody | null): ServiceBody {
  const { title, code, type, audience, summary, themes, guide } = draft;
  return {
    title,
    code: code || (before?.code ?? ''),
    type: type ?? before?.type ?? 'public-service',
    department,
    audience: audience ?? before?.audience ?? [],
    summary: summary ?? before?.summary ?? '',
    themes: themes ?? before?.themes ?? [],
    guide: { ...(before?.guide ?? emptyGuide), ...guide },
    form: before?.form ?? null,
    workflow: before?.workflow ?? null,
    online: before?.online ?? false,
  };
}
