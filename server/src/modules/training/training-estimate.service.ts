import { Injectable } from '@nestjs/common';
import type { Language, RequestContext } from '../../platform/actor/request-context.js';
import { TrainingSetsService } from '../corpus/training-sets.service.js';
import { TrainingMethodsService } from './methods/training-methods.service.js';
import { type TrainingPlan, TrainingPlansService, type TrainingRequest } from './training-plans.service.js';

export interface TrainingEstimate {
  seconds: number;
  utterances: number;
  /** Trainings were timed here before. */
  isMeasured: boolean;
  warnings: { code: string; message: string }[];
}

/** Code points of an utterance, where nobody has counted. */
const usualLength = 14;
/** With fewer an intent is a guess, and its test part may be empty. */
const fewUtterances = 10;
const minLabelled = 6;

const texts: Record<string, Record<Language, (what: string) => string>> = {
  EMPTY: { zh: () => '训练集没有语料', en: () => 'The training set holds no utterance' },
  TOO_FEW: { zh: (n) => `标注了意图的语料只有 ${n} 条，至少需要 ${minLabelled} 条`, en: (n) => `Only ${n} utterances have an intent; at least ${minLabelled} are needed` },
  ONE_INTENT: { zh: (key) => `只有一个意图「${key}」，没有可区分的对象`, en: (key) => `There is one intent only, “${key}”, so there is nothing to tell apart` },
  FEW_OF_INTENT: { zh: (keys) => `这些意图的语料不足 ${fewUtterances} 条，结果不可靠：${keys}`, en: (keys) => `These intents have fewer than ${fewUtterances} utterances and will not be reliable: ${keys}` },
  INTENT_WITHOUT_UTTERANCE: { zh: (keys) => `这些意图没有语料，模型认不出：${keys}`, en: (keys) => `These intents have no utterance, so the model will not know them: ${keys}` },
  UNLABELLED: { zh: (n) => `${n} 条语料没有标注意图，只用于槽位`, en: (n) => `${n} utterances have no intent and serve for slots only` },
  NO_OUT_OF_SCOPE: { zh: () => '没有「不在服务范围」的语料，模型只能猜测何时拒答', en: () => 'No utterance is out of scope, so the model can only guess when to turn a text away' },
};

/** What a training would take and what stands in its way, before anybody starts it. */
@Injectable()
export class TrainingEstimateService {
  constructor(
    private readonly sets: TrainingSetsService,
    private readonly plans: TrainingPlansService,
    private readonly methods: TrainingMethodsService,
  ) {}

  async estimate(ctx: RequestContext, request: Omit<TrainingRequest, 'seed' | 'snapshot'>): Promise<TrainingEstimate> {
    const plan = await this.plans.make(ctx, request, { checkAvailability: false });
    const set = await this.sets.get(ctx, request.trainingSet);
    const counts = await this.sets
      .members(ctx, set)
      .select('u.intent', 'intent')
      .addSelect('count(*)::int', 'count')
      .addSelect('sum(char_length(u.text))::int', 'length')
      .groupBy('u.intent')
      .getRawMany<{ intent: string | null; count: number; length: number }>();
    const utterances = counts.reduce((sum, row) => sum + row.count, 0);
    const length = counts.reduce((sum, row) => sum + row.length, 0);
    const reckoned = this.reckon(plan, utterances, utterances === 0 ? 0 : length / utterances);
    const correction = await this.correction(ctx, plan);
    return { seconds: Math.ceil((reckoned * (correction ?? 1)) / 1_000), utterances, isMeasured: correction !== null, warnings: await this.warnings(ctx, counts, set.filter.intents) };
  }

  /** Milliseconds that the method reckons for a snapshot of so many utterances. */
  ofSnapshot(plan: TrainingPlan, utterances: number): number {
    return this.reckon(plan, utterances, usualLength);
  }

  private reckon({ method, hyper, base, device, variants }: TrainingPlan, utterances: number, meanLength: number): number {
    const ms = method.estimateMs({ utterances, meanLength, hyper: this.methods.complete(method, hyper), base, device, variants });
    return Math.min(Math.round(ms), 2 ** 31 - 1);
  }

  /** By what the last trainings of this kind here were slower or faster than reckoned; null while there was none. */
  private async correction(ctx: RequestContext, { method, executor, device }: TrainingPlan): Promise<number | null> {
    const [row] = await ctx.manager.query<{ factor: number | null }[]>(
      `SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY train_ms::float8 / estimated_ms) AS factor
         FROM (SELECT train_ms, estimated_ms FROM training_job WHERE train_ms IS NOT NULL AND estimated_ms > 0 AND method = $1 AND executor = $2 AND device = $3 ORDER BY n DESC LIMIT 5) recent`,
      [method.key, executor, device],
    );
    return row?.factor ?? null;
  }

  private async warnings(ctx: RequestContext, counts: readonly { intent: string | null; count: number }[], only: string[] | undefined) {
    const labelled = counts.filter((row) => row.intent !== null);
    const total = labelled.reduce((sum, row) => sum + row.count, 0);
    const unlabelled = counts.find((row) => row.intent === null)?.count ?? 0;
    const items = await ctx.manager.query<{ key: string; role: string }[]>(
      `SELECT i.key, c.body ->> 'role' AS role FROM config_item i JOIN config_draft d ON d.item_id = i.id JOIN config_content c ON c.sha256 = d.sha256 WHERE i.kind = 'intent' AND i.deleted_at IS NULL`,
    );
    const known = new Set(labelled.map((row) => row.intent));
    const warnings: { code: string; message: string }[] = [];
    const warn = (code: keyof typeof texts, what: string | number = '') => warnings.push({ code, message: texts[code]![ctx.language](String(what)) });
    const listed = (keys: (string | null)[]) => `${keys.slice(0, 10).join(', ')}${keys.length > 10 ? '…' : ''}`;
    if (total + unlabelled === 0) warn('EMPTY');
    else if (total < minLabelled) warn('TOO_FEW', total);
    else if (labelled.length === 1) warn('ONE_INTENT', labelled[0]!.intent!);
    const few = labelled.filter((row) => row.count < fewUtterances).map((row) => row.intent);
    if (few.length > 0) warn('FEW_OF_INTENT', listed(few));
    const without = items.filter(({ key }) => !known.has(key) && (!only || only.includes(key))).map(({ key }) => key);
    if (without.length > 0) warn('INTENT_WITHOUT_UTTERANCE', listed(without));
    if (unlabelled > 0) warn('UNLABELLED', unlabelled);
    if (!items.some(({ key, role }) => role === 'out-of-scope' && known.has(key))) warn('NO_OUT_OF_SCOPE');
    return warnings;
  }
}
