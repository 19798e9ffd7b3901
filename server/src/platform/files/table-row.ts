export type RowFault = 'broken-text' | 'not-json' | 'not-an-object' | 'row-too-long' | 'columns-differ';

export interface TableRow {
  /** As a spreadsheet counts: the header is row 1. In JSON the first element is 1. */
  n: number;
  /** Values by column name. Text for CSV; what the format has for the others. */
  cells: Record<string, unknown>;
  fault: RowFault | null;
}

/** Names of columns: none empty, none twice. */
export function uniqueNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((cell, index) => {
    const name = cell.trim() || `#${index + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
