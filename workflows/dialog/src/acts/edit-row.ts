import { proceed } from '../deciding/proceed.js';
import { put, shownFields, type OpenForm } from '../form/draft-data.js';
import { rowText } from '../form/display.js';
import type { FieldFacts } from '../form/field-facts.js';
import { findLabels } from '../reading/labels.js';
import { cell } from '../reading/read-rows.js';
import type { Session } from '../session.js';
import type { Hearing } from './hearing.js';
import { replaceRows } from './replace-rows.js';

const ROW = /第([一二两三四五六七八九十\d]{1,2})[行条个人位]/u;
const REMOVING = /删|去掉|不要/u;
const MADE = /(?:改成|改为|应该是|是|换成)(.{1,60})$/u;
const NUMBERS = '一二三四五六七八九十';

/** 删掉第二行, 第二行的年龄改成5: changes a table that has rows. */
export function editRow(session: Session, { rest }: Hearing, open: OpenForm): boolean {
  const number = ROW.exec(rest)?.[1];
  if (number === undefined) return false;
  const table = tableMeant(open, rest);
  if (!table) return false;
  const rows = open.draft.entries[table.name]!.value as Record<string, unknown>[];
  const index = (/\d/u.test(number) ? Number(number) : number === '两' ? 2 : NUMBERS.indexOf(number) + 1) - 1;
  const row = rows[index];
  if (!row) {
    session.say('noSuchRow', { title: table.title, row: index + 1 });
    proceed(session, open);
    return true;
  }
  return REMOVING.test(rest) ? remove(session, open, table, rows, index) : change(session, open, table, rows, index, rest);
}

function tableMeant(open: OpenForm, text: string): FieldFacts | null {
  const filled = shownFields(open).filter((field) => field.type === 'table' && Array.isArray(open.draft.entries[field.name]?.value));
  return filled.length === 1 ? filled[0]! : (filled.find(({ title }) => text.includes(title)) ?? null);
}

function remove(session: Session, open: OpenForm, table: FieldFacts, rows: Record<string, unknown>[], index: number): true {
  const left = rows.filter((_, at) => at !== index);
  if (left.length === 0) put(open.draft, table.name, null);
  const isDone = left.length === 0 || replaceRows(session, open, table, left);
  if (isDone) session.say('rowRemoved', { row: index + 1, text: rowText(table, rows[index], session.context.language) });
  session.act('row');
  proceed(session, open);
  return true;
}

function change(session: Session, open: OpenForm, table: FieldFacts, rows: Record<string, unknown>[], index: number, text: string): boolean {
  const words = MADE.exec(text)?.[1];
  const column = findLabels(text, table.columns).flatMap(({ fields }) => fields)[0];
  const value = column && words !== undefined ? cell(words.replace(/[。，！\s]+$/u, ''), column, session.context) : undefined;
  if (!column || value === undefined) return false;
  const next = rows.map((row, at) => (at === index ? { ...row, [column.name]: value } : row));
  if (replaceRows(session, open, table, next)) session.say('rowChanged', { row: index + 1, column: column.title, value: session.show(column, value) });
  session.act('correct');
  proceed(session, open);
  return true;
}
