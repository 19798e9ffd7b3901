import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const identifier = z.string().regex(/^[a-z_][a-z0-9_]*$/);

const filePath = z.string().regex(/^(blobs\/[0-9a-f]{2}\/[0-9a-f]{64}|(base-)?models\/[0-9a-f]{64}\/[A-Za-z0-9_][\w.-]*)$/);

/** `manifest.json`, the last entry of a backup: a file that lacks it was cut off while written. */
export const backupManifest = z.object({
  format: z.literal('banshi-backup/1'),
  createdAt: z.string(),
  /** The newest migration of the schema that the rows have. */
  migration: z.string(),
  /** In an order in which each refers only to those before. */
  tables: z.array(z.object({ name: identifier, columns: z.array(identifier), rows: z.number().int(), sha256 })),
  sequences: z.array(z.object({ name: identifier, value: z.string(), isCalled: z.boolean() })),
  /** Names of the queues in which unfinished operations wait, by operation. */
  queues: z.record(z.string(), z.string()),
  /** A file with `sameAs` is not in the archive: its content is that of the other file, as models share their encoder. */
  files: z.array(z.object({ path: filePath, size: z.number().int(), sha256, sameAs: filePath.optional() })),
  /** Files that the database names and the store did not have. */
  missing: z.array(z.string()),
});

export type BackupManifest = z.infer<typeof backupManifest>;
export const manifestName = 'manifest.json';
export const tableFile = (table: string): string => `tables/${table}.copy`;
