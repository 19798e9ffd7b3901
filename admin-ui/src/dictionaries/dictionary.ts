import type { DictionaryBody, DictionaryEntry } from '@banshi/bundle';
import { gql } from '../providers/graphql.js';
import type { ResourceDocuments } from '../providers/data-provider.js';

export type { DictionaryBody, DictionaryEntry };

export interface DictionaryRow {
  id: string;
  key: string;
  title: string;
  entryCount: number;
  updatedAt: string;
  updatedBy: { name: string } | null;
  published: boolean;
  changed: boolean;
}

export const dictionariesResource: ResourceDocuments = {
  list: gql`query Dictionaries($skip: Int!, $take: Int!, $sort: SortInput, $filter: DictionaryFilter) {
    dictionaries(skip: $skip, take: $take, sort: $sort, filter: $filter) {
      items { id key title entryCount updatedAt updatedBy { name } published changed } totalItems
    }
  }`,
};

export const emptyDictionary = (title: string): DictionaryBody => ({ title, description: '', entries: [] });

/**
 * Entries from rows pasted out of a spreadsheet: code, title, English title, parent's code. A row whose code exists replaces
 * that entry, so that a corrected sheet can be pasted again.
 */
export function mergePasted(entries: DictionaryEntry[], rows: string[][]): { entries: DictionaryEntry[]; added: number; replaced: number; skipped: string[][] } {
  const merged = [...entries];
  const skipped: string[][] = [];
  let added = 0;
  let replaced = 0;
  for (const row of rows) {
    const [code = '', title = '', titleEn = '', parent = ''] = row;
    if (!code || !title) {
      skipped.push(row);
      continue;
    }
    const entry: DictionaryEntry = { code, title, ...(titleEn && { titleEn }), ...(parent && { parent }) };
    const at = merged.findIndex((other) => other.code === code);
    if (at < 0) {
      merged.push(entry);
      added++;
    } else {
      merged[at] = { ...merged[at], ...entry };
      replaced++;
    }
  }
  return { entries: merged, added, replaced, skipped };
}

/** Moves one entry by so many places, as far as the ends allow. */
export function move<T>(list: T[], from: number, by: number): T[] {
  const to = Math.min(list.length - 1, Math.max(0, from + by));
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(to, 0, list[from]!);
}
