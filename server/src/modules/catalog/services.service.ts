import type { ServiceBody } from '@banshi/bundle';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { ContentsService } from '../config/contents.service.js';
import { type RowQuery, RowsService } from '../config/rows.service.js';
import { byteOrderMark, csvLine } from '../../platform/files/csv-lines.js';
import { orgUnitByKeyLoader } from '../org/org.loaders.js';
import { OrgService } from '../org/org.service.js';
import type { FacetModel, ServiceFacetsModel, ServiceFilter } from './service-row.model.js';
import { csvCells, csvHeadings } from './services-csv.js';
import { ServiceRow } from './service-row.entity.js';

/** Rows of the export read at a time: their bodies are held in memory. */
const pageSize = 500;

const sortable = { code: 'entry.code', type: 'entry.type', department: 'entry.department', online: 'entry.online' };

@Injectable()
export class ServicesService {
  constructor(
    private readonly org: OrgService,
    private readonly rows: RowsService,
    private readonly contents: ContentsService,
  ) {}

  /** How lists and exports read service rows under a filter. */
  async rowQuery(ctx: RequestContext, filter: ServiceFilter | null | undefined): Promise<RowQuery<ServiceRow>> {
    const departments = filter?.department ? await this.departmentsUnder(ctx, filter.department) : null;
    return {
      kind: 'service',
      entity: ServiceRow,
      sortable,
      narrow(query) {
        if (departments) query.andWhere('entry.department = ANY(:departments::text[])', { departments });
        if (filter?.type) query.andWhere('entry.type = :type', { type: filter.type });
        if (filter?.audience) query.andWhere('entry.audience @> ARRAY[:audience]::text[]', { audience: filter.audience });
        if (filter?.theme) query.andWhere('entry.themes @> ARRAY[:theme]::text[]', { theme: filter.theme });
        if (typeof filter?.online === 'boolean') query.andWhere('entry.online = :online', { online: filter.online });
      },
    };
  }

  /** Lines of a CSV file of the drafts under a filter, by key, page by page. */
  async *csv(ctx: RequestContext, filter: ServiceFilter): AsyncGenerator<string> {
    yield byteOrderMark + csvLine(csvHeadings(ctx.language));
    const options = await this.rowQuery(ctx, filter);
    for (let after = ''; ; ) {
      const rows = await this.rows.query(ctx, filter, options).andWhere('entry.key > :after', { after }).orderBy('entry.key').limit(pageSize).getMany();
      const bodies = await this.contents.getMany(ctx, rows.map((row) => row.sha256));
      let lines = '';
      for (const row of rows) {
        const department = await orgUnitByKeyLoader(ctx).load(row.department);
        lines += csvLine(csvCells(row.key, bodies.get(row.sha256)!.body as ServiceBody, department?.title ?? row.department, ctx.language));
      }
      yield lines;
      if (rows.length < pageSize) return;
      after = rows.at(-1)!.key;
    }
  }

  async facets(ctx: RequestContext): Promise<ServiceFacetsModel> {
    const count = (value: string, from = '', title = 'NULL') =>
      ctx.manager.query<FacetModel[]>(
        `SELECT ${value} AS value, min(${title}) AS title, count(*)::integer AS count FROM service_row s
           JOIN config_item i ON i.id = s.id AND i.deleted_at IS NULL ${from} GROUP BY 1 ORDER BY 3 DESC, 1`,
      );
    return {
      types: await count('s.type'),
      departments: await count('s.department', 'LEFT JOIN org_unit u ON u.key = s.department', 'u.title'),
      audiences: await count('a', 'CROSS JOIN unnest(s.audience) a'),
      themes: await count('t', 'CROSS JOIN unnest(s.themes) t'),
    };
  }

  private async departmentsUnder(ctx: RequestContext, key: string): Promise<string[]> {
    const units = await this.org.all(ctx);
    const below = new Set(units.filter((unit) => unit.key === key).map((unit) => unit.id));
    for (let size = -1; size !== below.size; ) {
      size = below.size;
      for (const unit of units) if (unit.parentId && below.has(unit.parentId)) below.add(unit.id);
    }
    return units.filter((unit) => below.has(unit.id)).map((unit) => unit.key);
  }
}
