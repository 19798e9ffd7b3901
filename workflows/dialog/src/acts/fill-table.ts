import { errorOf, isShown, put, shownFields, type OpenForm } from '../form/draft-data.js';
import { rowText } from '../form/display.js';
import type { FieldFacts } from '../form/field-facts.js';
import { cell, readRows, type Row } from '../reading/read-rows.js';
import { sayQuestion } from '../replying/ask-field.js';
import type { Session } from '../session.js';
import { editRow } from './edit-row.js';
import type { Behaviour, Hearing } from './hearing.js';
import { says } from './phrases.js';

const MORE = /^\s*(?:请|再|还)?(?:要)?(?:加上?|添加|增加|新增|补)(?:一|1)?(?:行|个|位|条|人|名)(?:家庭成员|成员)?[：:，,]?\s*/u;

/** Rows of a table, told one by one or several at once; a row that lacks a cell is asked to its end. */
export const fillTable: Behaviour = (session, hearing) => {
  const { open } = hearing;
  if (!open) return 'more';
  if (editRow(session, hearing, open)) return 'done';
  const { question } = session.state;
  if (question?.kind === 'cell') return fillCell(session, hearing, open, question);
  const table = question?.kind === 'rows' ? open.facts.fields.get(question.field) : hearing.asked?.type === 'table' ? hearing.asked : MORE.test(hearing.rest) ? tableOf(open) : undefined;
  if (!table || !isShown(open, table.name)) return 'more';
  if (question?.kind === 'rows' && says(hearing.text, 'noMore')) {
    session.state.question = null;
    hearing.rest = '';
    return 'more';
  }
  const rows = readRows(hearing.rest.replace(MORE, ''), table, session.context);
  if (rows.length === 0) return 'more';
  hearing.rest = '';
  return addRows(session, open, table, rows);
};

/** The one table of the form. */
function tableOf(open: OpenForm): FieldFacts | undefined {
  const tables = shownFields(open).filter(({ type }) => type === 'table');
  return tables.length === 1 ? tables[0] : undefined;
}

function addRows(session: Session, open: OpenForm, table: FieldFacts, rows: readonly Row[]): 'done' | 'more' {
  for (const [index, row] of rows.entries()) {
    const missing = table.columns.find(({ name }) => table.requiredColumns.includes(name) && !(name in row));
    if (missing) {
      // What follows an unfinished row is told again once it is finished.
      if (index < rows.length - 1) session.say('tellRowsAgain', { row: rowsOf(open, table).length + 2 });
      askCell(session, open, table, row, missing);
      return 'done';
    }
    if (!addRow(session, open, table, row)) return 'more';
  }
  askMore(session, open, table);
  return 'done';
}

function rowsOf({ draft }: OpenForm, table: FieldFacts): unknown[] {
  const value = draft.entries[table.name]?.value;
  return Array.isArray(value) ? value : [];
}

/** False where the row is refused; why is said, and the table is asked again. */
function addRow(session: Session, open: OpenForm, table: FieldFacts, row: Row): boolean {
  const rows = [...rowsOf(open, table), row];
  const error = errorOf(open, table.name, rows);
  if (error) {
    session.say('problemPlain', { message: error.message });
    session.act('mend');
    session.effect({ type: 'count', what: 'invalid', service: open.draft.service, field: table.name });
    sayQuestion(session, table);
    session.ask({ kind: 'rows', service: open.draft.service, field: table.name });
    return false;
  }
  put(open.draft, table.name, { value: rows, text: null, source: 'said' });
  session.act('row');
  session.say('rowAdded', { row: rowText(table, row, session.context.language) });
  if (rows.length === 1) session.effect({ type: 'count', what: 'filled', service: open.draft.service, field: table.name });
  return true;
}

export function askMore(session: Session, open: OpenForm, table: FieldFacts): void {
  session.say('askMoreRows', { title: table.title });
  session.offer({ label: session.text('noMore'), payload: 'no-more' });
  session.ask({ kind: 'rows', service: open.draft.service, field: table.name });
}

export function askCell(session: Session, open: OpenForm, table: FieldFacts, row: Row, column: FieldFacts): void {
  session.say('askCell', { row: rowsOf(open, table).length + 1, column: column.title });
  session.ask({ kind: 'cell', service: open.draft.service, field: table.name, row, column: column.name });
}

function fillCell(session: Session, { rest }: Hearing, open: OpenForm, question: { field: string; row: Row; column: string }): 'done' | 'more' {
  const table = open.facts.fields.get(question.field);
  const column = table?.columns.find(({ name }) => name === question.column);
  if (!table || !column) return 'more';
  const value = cell(rest.trim(), column, session.context);
  if (value === undefined) return 'more';
  return addRows(session, open, table, [{ ...question.row, [column.name]: value }]);
}
