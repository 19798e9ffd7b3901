/** Text that a spreadsheet would run as a formula gets an apostrophe, so that data from outside stays data. */
const formula = /^[=+\-@\t\r]/;

/** CSV (RFC 4180) with a byte order mark, without which Excel takes UTF-8 for GBK. */
export function toCsv(rows: unknown[][]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const raw = typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : String(value);
  const text = typeof value === 'string' && formula.test(raw) ? `'${raw}` : raw;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows of cells pasted from a spreadsheet: tabs between cells, quoted cells may hold line breaks. */
export function parsePasted(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let value = '';
  let quoted = false;
  const endCell = () => {
    row.push(value.trim());
    value = '';
  };
  const endRow = () => {
    endCell();
    if (row.some((part) => part !== '')) rows.push(row);
    row = [];
  };
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!;
    if (quoted) {
      if (letter !== '"') value += letter;
      else if (text[i + 1] === '"') value += text[++i];
      else quoted = false;
    } else if (letter === '"' && value === '') quoted = true;
    else if (letter === '\t') endCell();
    else if (letter === '\n') endRow();
    else if (letter !== '\r') value += letter;
  }
  endRow();
  return rows;
}
