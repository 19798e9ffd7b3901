/** Excel takes a file without the mark for the system's own code page. */
export const byteOrderMark = '\ufeff';

/** One line of CSV. A cell that begins like a formula would be run by spreadsheets; an apostrophe before it keeps it text. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map((cell) => quoted(guarded(cell))).join(',')}\r\n`;
}

/** The cell as it was before `csvLine` guarded it. */
export const unguarded = (text: string) => text.replace(/^'(?=[=+\-@\t\r])/u, '');

const guarded = (cell: string | number | null) => (typeof cell === 'string' && /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : String(cell ?? ''));
const quoted = (text: string) => (/[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
