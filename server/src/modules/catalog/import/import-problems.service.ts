import { Injectable } from '@nestjs/common';
import { can } from '../../../platform/actor/actor.js';
import { Permission } from '../../../platform/actor/permission.js';
import type { RequestContext } from '../../../platform/actor/request-context.js';
import { commonErrors, DomainError } from '../../../platform/errors/domain-error.js';
import { byteOrderMark, csvLine } from '../../../platform/files/csv-lines.js';
import { OperationsService } from '../../../platform/jobs/operations.service.js';
import { type List, maxTake } from '../../../platform/lists/list.js';
import { ImportProblem } from '../import-problem.entity.js';
import type { ImportProblemFilter, ImportProblemModel } from './import.model.js';
import { importProblemText } from './import-problem-texts.js';

const pageSize = 1_000;
const headings = { zh: ['行', '列', '级别', '代码', '问题', '原值'], en: ['Row', 'Column', 'Severity', 'Code', 'Problem', 'Value'] };

/** What an import found, for its author and for who sees all operations. */
@Injectable()
export class ImportProblemsService {
  constructor(private readonly operations: OperationsService) {}

  async list(ctx: RequestContext, operation: string, page: { skip: number; take: number }, filter: ImportProblemFilter = {}): Promise<List<ImportProblemModel>> {
    await this.check(ctx, operation);
    const query = ctx.manager.createQueryBuilder(ImportProblem, 'p').where('p.operation = :operation', { operation });
    if (filter.code) query.andWhere('p.code = :code', { code: filter.code });
    if (filter.severity) query.andWhere('p.severity = :severity', { severity: filter.severity });
    const [rows, totalItems] = await query.orderBy('p.n').offset(Math.max(page.skip, 0)).limit(Math.min(Math.max(page.take, 0), maxTake)).getManyAndCount();
    return { items: rows.map((row) => toModel(ctx, row)), totalItems };
  }

  /** Lines of a CSV file, page by page. */
  async *csv(ctx: RequestContext, operation: string): AsyncGenerator<string> {
    await this.check(ctx, operation);
    yield byteOrderMark + csvLine(headings[ctx.language]);
    for (let after = 0; ; ) {
      const rows = await ctx.manager.createQueryBuilder(ImportProblem, 'p').where('p.operation = :operation AND p.n > :after', { operation, after }).orderBy('p.n').limit(pageSize).getMany();
      yield rows.map((row) => toModel(ctx, row)).map(({ row, column, severity, code, message, value }) => csvLine([row, column, severity, code, message, value])).join('');
      if (rows.length < pageSize) return;
      after = rows.at(-1)!.n;
    }
  }

  async check(ctx: RequestContext, id: string): Promise<void> {
    const operation = await this.operations.get(ctx, id);
    if (operation.createdBy !== ctx.actor.id && !can(ctx.actor, Permission.OperationsRead)) throw new DomainError(commonErrors.FORBIDDEN);
  }
}

const toModel = (ctx: RequestContext, { row, column, code, severity, value, params }: ImportProblem): ImportProblemModel => ({
  row,
  column,
  code,
  severity,
  value,
  message: importProblemText(code, params, ctx.language),
});
