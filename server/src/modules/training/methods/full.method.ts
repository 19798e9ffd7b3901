import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type ManifestMeta, type ModelMetrics, writeManifest } from '@banshi/artifact';
import { checkInput, type TrainingInput, TrainingProblem } from '@banshi/head';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { SnapshotsService } from '../../corpus/snapshots.service.js';
import { BaseModelsService } from '../../registry/base-models.service.js';
import type { TrainerLine } from '../executors/trainer-line.js';
import { TrainingExecutorsService } from '../executors/training-executors.service.js';
import type { TrainingEnvironment } from '../executors/training-executor.js';
import { toDomainError, trainingErrors } from '../training.errors.js';
import { fullEstimateMs } from './full-estimate.js';
import { fullFields } from './full-fields.js';
import { fullPresets } from './full-presets.js';
import { writeJobFolder } from './job-folder.js';
import { type Measured, measuresOf } from './trainer-measures.js';
import { trainerVersion } from './trainer-version.js';
import type { TrainedModel, TrainingFacts, TrainingMethod, TrainingOrder, TrainingOutcome, VariantKey } from './training-method.js';

const folders: Record<'original' | VariantKey, string> = { original: 'artifact', int8: 'artifact-int8', distilled: 'artifact-distilled' };

/** All weights of a pretrained encoder, by the Python trainer, wherever an executor runs it. */
@Injectable()
export class FullMethod implements TrainingMethod {
  readonly key = 'full';
  readonly title = { zh: '全量微调（full）', en: 'Full fine-tuning' };
  readonly help = {
    zh: '用 PyTorch 训练编码器的全部权重，可用处理器或显卡，几分钟到几小时。需要 Python，首次使用时自动准备。可同时得到 INT8 与蒸馏版本。',
    en: 'Trains all weights of the encoder with PyTorch, on processors or a GPU, for minutes to hours. Needs Python, which is prepared on first use. Gives INT8 and distilled variants as well.',
  };
  readonly fields = fullFields;
  readonly presets = fullPresets;
  readonly executors = ['local', 'ray'] as const;
  readonly devices = ['auto', 'cpu', 'cuda'] as const;
  readonly base = 'optional';
  readonly variants = ['int8', 'distilled'] as const;
  readonly isLong = true;

  constructor(
    private readonly snapshots: SnapshotsService,
    private readonly places: TrainingExecutorsService,
    private readonly bases: BaseModelsService,
  ) {}

  estimateMs(facts: TrainingFacts): number {
    return fullEstimateMs(facts);
  }

  async run(order: TrainingOrder): Promise<TrainingOutcome> {
    const { job, snapshot, base, hyper, run, progress, dir } = order;
    const input = await this.snapshots.trainingInput(snapshot);
    const warnings = checked(input);
    const baseDir = base ? await this.bases.folder(base) : null;
    const student = job.variants.includes('distilled') ? await this.studentFolder(order) : null;
    const started = Date.now();
    const environment: TrainingEnvironment = { executor: job.executor };
    let done: Extract<TrainerLine, { type: 'done' }> | null = null;
    await this.clean(dir);
    const facts = await this.places.get(job.executor).run({
      job: { id: job.id, n: job.n },
      dir,
      baseDir,
      student,
      device: job.device,
      ctx: run.ctx,
      signal: run.signal,
      isStopped: async () => {
        const rows = await run.ctx.manager.query<unknown[]>('SELECT 1 FROM training_job j JOIN operation o ON o.id = j.operation_id WHERE j.id = $1 AND (o.cancel_requested OR j.early_stop IS NOT NULL)', [job.id]);
        return rows.length > 0;
      },
      write: (target, { device, threads, base: placed, student: placedStudent }) =>
        writeJobFolder(target, { input, hyper, seed: job.seed, base: placed, student: placedStudent, quantise: job.variants.includes('int8'), threads, device }),
      onLine: (line) => {
        if (line.type === 'progress') {
          const { phase, step, steps, epoch, loss, lr, metrics, secondsLeft } = line;
          // The beginning of a phase, which is no point of a curve.
          if (step === 0 && steps === null) progress.log(`phase ${phase}`);
          else progress.point({ phase, step, steps, epoch, loss, learningRate: lr, metrics: metrics ?? {}, secondsLeft });
          run.report(shareOf(line, Date.now() - started), phase);
        } else if (line.type === 'environment') Object.assign(environment, scalars(line));
        else if (line.type === 'done') done = line;
        else progress.log(line.type === 'log' ? `${line.level}: ${line.message}` : `problem ${line.code}: ${line.message}`);
      },
      onRestart: () => progress.restart(),
      log: (line) => progress.log(line),
      report: (share, step) => run.report(share, step),
      noteExternalId: (id) => run.ctx.manager.query('UPDATE training_job SET external_id = $2 WHERE id = $1', [job.id, id]),
    });
    Object.assign(environment, { ...facts, ...environment });
    const measured = measuresOf(done);
    const models = await this.seal(order, measured, await this.meta(order));
    const missing = job.variants.filter((variant) => !models.some((model) => model.variant === variant));
    return {
      models,
      refused: missing.map((variant) => ({ variant, reason: measured.get(variant)?.reason ?? 'accuracy', measures: measured.get(variant)?.measures ?? noMeasures })),
      warnings,
      trainMs: Date.now() - started,
      environment,
    };
  }

  private async studentFolder({ run }: TrainingOrder): Promise<string> {
    const shipped = await this.bases.shipped(run.ctx);
    if (!shipped) throw new DomainError(trainingErrors.DISTIL_NEEDS_ENCODER);
    return this.bases.folder(shipped);
  }

  /** Half an artifact of a run that was cut off may not be taken for a whole one. */
  private async clean(dir: string): Promise<void> {
    for (const folder of Object.values(folders)) await rm(join(dir, folder), { recursive: true, force: true });
  }

  private async meta({ job, snapshot, base, hyper }: TrainingOrder): Promise<ManifestMeta> {
    const flat = Object.fromEntries(Object.entries(hyper).map(([key, value]) => [key, Array.isArray(value) ? value.join(' ') : value]));
    return { method: this.key, snapshotHash: snapshot.sha256, baseModelHash: base?.sha256 ?? null, seed: job.seed, hyper: flat, trainer: { name: 'banshi_trainer', version: await trainerVersion() } };
  }

  /** The original must be there; a variant that was asked for may have been refused by its gate. */
  private async seal({ job, dir }: TrainingOrder, measured: Measured, meta: ManifestMeta): Promise<TrainedModel[]> {
    const models: TrainedModel[] = [];
    for (const variant of [null, ...job.variants]) {
      const folder = join(dir, folders[variant ?? 'original']);
      if (!(await isFolder(folder))) {
        if (variant === null) throw new DomainError(trainingErrors.TRAINER_FAILED, { params: { reason: 'no artifact' } });
        continue;
      }
      const manifest = await writeManifest(folder, { ...meta, hyper: { ...meta.hyper, ...(variant ? { variant } : {}) } });
      const { intent, slots } = JSON.parse(await readFile(join(folder, 'metrics.json'), 'utf8')) as ModelMetrics;
      const bytes = Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, 0);
      const known = measured.get(variant)?.measures;
      models.push({
        variant,
        dir: folder,
        measures: { accuracy: known?.accuracy ?? intent.accuracy, macroF1: known?.macroF1 ?? intent.macroF1, slotF1: known?.slotF1 ?? slots?.microF1 ?? null, bytes, latencyMs1: known?.latencyMs1 ?? null, latencyMs8: known?.latencyMs8 ?? null },
      });
    }
    return models;
  }
}

const noMeasures = { accuracy: null, macroF1: null, slotF1: null, bytes: null, latencyMs1: null, latencyMs8: null };
const isFolder = (path: string) => stat(path).then((stats) => stats.isDirectory(), () => false);

function checked(input: TrainingInput): TrainingOutcome['warnings'] {
  try {
    return checkInput(input);
  } catch (error) {
    throw error instanceof TrainingProblem ? toDomainError(error) : error;
  }
}

/** By the time that the trainer says is left; by its steps where it says nothing. */
function shareOf({ step, steps, secondsLeft }: Extract<TrainerLine, { type: 'progress' }>, elapsedMs: number): number | null {
  const reach = 0.97;
  if (secondsLeft !== null) return (reach * elapsedMs) / (elapsedMs + secondsLeft * 1_000);
  return steps ? reach * Math.min(step / steps, 1) : null;
}

const scalars = (line: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(line).filter((entry): entry is [string, string | number | boolean | null] => entry[0] !== 'type' && (entry[1] === null || ['string', 'number', 'boolean'].includes(typeof entry[1]))));
