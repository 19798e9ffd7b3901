import { createHash } from 'node:crypto';
import type { RequestContext } from '../../../platform/actor/request-context.js';
import type { OrgService } from '../../org/org.service.js';
import { keyOfTitle } from '../../../platform/search/derive-key.js';

export interface Department {
  /** Null for one that a dry run would create. */
  id: string | null;
  key: string;
}

const normalise = (title: string) => title.normalize('NFKC').replace(/\s+/g, '');

/** The departments of an import by key and title, and those that it creates. */
export class Departments {
  private readonly byKey = new Map<string, Department>();
  private readonly byTitle = new Map<string, Department | 'ambiguous'>();

  private constructor(
    private readonly org: OrgService,
    private readonly parentId: string | null,
  ) {}

  static async load(ctx: RequestContext, org: OrgService, parentId: string | null): Promise<Departments> {
    const departments = new Departments(org, parentId);
    for (const { id, key, title } of await org.all(ctx)) departments.remember({ id, key }, title);
    return departments;
  }

  find(name: string): Department | 'ambiguous' | null {
    return this.byKey.get(name) ?? this.byTitle.get(normalise(name)) ?? null;
  }

  /** Makes a department; only in memory where `ctx` is null, for a dry run. */
  async create(ctx: RequestContext | null, title: string): Promise<Department> {
    const wanted = keyOfTitle(title);
    const key = this.byKey.has(wanted) ? `${wanted.slice(0, 56)}-${createHash('sha256').update(title).digest('hex').slice(0, 6)}` : wanted;
    const unit = ctx && (await this.org.create(ctx, { key, title: title.slice(0, 100), kind: 'department', parentId: this.parentId }));
    const department = { id: unit?.id ?? null, key };
    this.remember(department, title);
    return department;
  }

  private remember(department: Department, title: string): void {
    this.byKey.set(department.key, department);
    const name = normalise(title);
    this.byTitle.set(name, this.byTitle.has(name) ? 'ambiguous' : department);
  }
}
