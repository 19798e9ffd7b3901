import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedEntry } from '@banshi/bundle';
import { z } from 'zod';
import { OrgService } from '../modules/org/org.service.js';
import type { RequestContext } from '../platform/actor/request-context.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { cliErrors } from './cli.errors.js';

/** Departments are no configuration and have no part in a bundle's hash; services only name them. This file lets an empty installation take the services. */
const fileName = 'departments.json';
const departments = z.array(z.object({ key: z.string().min(1).max(100), title: z.string().min(1).max(200), parent: z.string().nullable() })).max(100_000);

export type Department = z.infer<typeof departments>[number];

/** The departments that the services name, with those above them, each after its parent. */
export async function departmentsNamedBy(org: OrgService, ctx: RequestContext, entries: readonly LoadedEntry[]): Promise<Department[]> {
  const units = await org.all(ctx);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  const result = new Map<string, Department>();
  for (const key of keysIn(entries)) {
    const path: Department[] = [];
    for (let unit = byKey.get(key); unit && !result.has(unit.key); unit = unit.parentId ? byId.get(unit.parentId) : undefined) {
      path.unshift({ key: unit.key, title: unit.title, parent: unit.parentId ? (byId.get(unit.parentId)?.key ?? null) : null });
    }
    for (const department of path) result.set(department.key, department);
  }
  return [...result.values()];
}

export function writeDepartments(folder: string, list: readonly Department[]): void {
  writeFileSync(join(folder, fileName), `${JSON.stringify(list, null, 2)}\n`);
}

/** An export made by hand may lack the file. */
export function readDepartments(folder: string): Department[] {
  const file = join(folder, fileName);
  if (!existsSync(file)) return [];
  try {
    return departments.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new DomainError(cliErrors.FILES_REFUSED, { field: fileName, params: { count: 1, first: fileName } });
  }
}

/** Makes the departments that services name and that are not there; one that the file does not describe is titled by its key. */
export async function addMissingDepartments(org: OrgService, ctx: RequestContext, entries: readonly LoadedEntry[], described: readonly Department[]): Promise<string[]> {
  const ids = new Map((await org.all(ctx)).map((unit) => [unit.key, unit.id]));
  const listed = new Set(described.map(({ key }) => key));
  const bare = keysIn(entries).filter((key) => !listed.has(key)).map((key) => ({ key, title: key, parent: null }));
  const added: string[] = [];
  for (const { key, title, parent } of [...described, ...bare]) {
    if (ids.has(key)) continue;
    const unit = await org.create(ctx, { key, title, parentId: parent === null ? null : (ids.get(parent) ?? null) });
    ids.set(key, unit.id);
    added.push(key);
  }
  return added;
}

const keysIn = (entries: readonly LoadedEntry[]): string[] => [...new Set(entries.flatMap((entry) => (entry.kind === 'service' && entry.body.department ? [entry.body.department] : [])))].sort();
