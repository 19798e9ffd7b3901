import type { Client } from 'pg';

export interface TableShape {
  name: string;
  columns: string[];
}

/** Sessions end with the installation that opened them; migrations are run, not copied. */
const leftOut = ['migration', 'session'];

/** The tables of the product with the columns that a copy carries, each after those that it refers to. */
export async function tablesInOrder(client: Client): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape & { needs: string[] }>(
    `SELECT t.relname AS name,
            -- A default that names the current transaction means nothing in another database: it is given anew there.
            (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
              WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND coalesce(pg_get_expr(d.adbin, d.adrelid), '') NOT LIKE '%pg_current_xact_id%') AS columns,
            ARRAY(SELECT DISTINCT f.relname::text FROM pg_constraint c JOIN pg_class f ON f.oid = c.confrelid WHERE c.conrelid = t.oid AND c.contype = 'f' AND f.oid <> t.oid) AS needs
       FROM pg_class t WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND t.relname <> ALL ($1) ORDER BY t.relname`,
    [leftOut],
  );
  const ordered: TableShape[] = [];
  const done = new Set<string>(leftOut);
  for (let open = rows; open.length > 0; ) {
    const ready = open.filter((table) => table.needs.every((need) => done.has(need)));
    if (ready.length === 0) throw new Error(`tables refer to each other: ${open.map((table) => table.name).join(', ')}`);
    for (const { name, columns } of ready) {
      ordered.push({ name, columns });
      done.add(name);
    }
    open = open.filter((table) => !done.has(table.name));
  }
  return ordered;
}

export const copyTarget = ({ name, columns }: TableShape): string => `public."${name}" (${columns.map((column) => `"${column}"`).join(', ')})`;
