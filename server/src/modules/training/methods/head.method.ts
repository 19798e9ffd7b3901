import { rm } from 'node:fs/promises';
import { DEFAULT_HYPER } from '@banshi/head';
import { Injectable } from '@nestjs/common';
import { SnapshotsService } from '../../corpus/snapshots.service.js';
import { TrainHeadJob } from '../train-head.job.js';
import { headFields } from './head-fields.js';
import type { TrainingFacts, TrainingMethod, TrainingOrder, TrainingOutcome, TrainingPreset } from './training-method.js';

/** Starting the thread, reading the snapshot, writing the model. */
const fixedMs = 2_000;
const msPerUtterance = 8;

/** Frozen features with linear heads, fitted in a thread of this server in seconds, without Python. */
@Injectable()
export class HeadMethod implements TrainingMethod {
  readonly key = 'head';
  readonly title = { zh: '快速训练（head）', en: 'Head' };
  readonly help = {
    zh: '编码器不变，只训练意图和槽位的线性层。几秒到一分钟，不需要 Python 和显卡。日常标注后用它。',
    en: 'Fits linear layers for intents and slots on a frozen encoder. Takes seconds, needs neither Python nor a GPU. The one for daily work.',
  };
  readonly fields = headFields;
  readonly presets: readonly TrainingPreset[] = [
    { key: 'default', title: { zh: '默认', en: 'Default' }, help: { zh: '适合一百到五万条语料', en: 'Suits 100 to 50,000 utterances' }, hyper: {}, device: 'cpu' },
    {
      key: 'quick',
      title: { zh: '快速', en: 'Quick' },
      help: { zh: '只试一种正则强度，轮数减半，用于快速查看标注效果', en: 'One regularisation strength and half the passes, to see at once what labels did' },
      hyper: { strengths: [DEFAULT_HYPER.strengths[0]!], maxEpochs: 30 },
      device: 'cpu',
    },
    {
      key: 'fine',
      title: { zh: '精细', en: 'Fine' },
      help: { zh: '多试几种正则强度，收敛更严，耗时约三倍', en: 'Tries more strengths and converges further; takes about three times as long' },
      hyper: { strengths: [48, 16, 144, 5, 400], maxEpochs: 200, tolerance: 0.005, slotEpochs: 10 },
      device: 'cpu',
    },
  ];
  readonly executors = ['local'] as const;
  readonly devices = ['auto', 'cpu'] as const;
  readonly base = 'optional';
  readonly variants = [] as const;
  readonly isLong = false;

  constructor(
    private readonly snapshots: SnapshotsService,
    private readonly head: TrainHeadJob,
  ) {}

  estimateMs({ utterances, hyper }: TrainingFacts): number {
    const strengths = (hyper['strengths'] as number[]).length / DEFAULT_HYPER.strengths.length;
    return fixedMs + utterances * msPerUtterance * Math.max(strengths, 0.5);
  }

  async run(order: TrainingOrder): Promise<TrainingOutcome> {
    // What a run that was cut off left behind is of no use: it begins anew, and the same seed gives the same model.
    await rm(order.dir, { recursive: true, force: true });
    const trained = await this.head.train(await this.snapshots.trainingInput(order.snapshot), order);
    return {
      models: [
        {
          variant: null,
          dir: trained.dir,
          measures: { accuracy: trained.metrics.intent.accuracy, macroF1: trained.metrics.intent.macroF1, slotF1: trained.metrics.slots?.microF1 ?? null, bytes: trained.bytes, latencyMs1: null, latencyMs8: null },
        },
      ],
      refused: [],
      warnings: trained.warnings,
      trainMs: trained.timings.total,
      environment: { executor: 'local', device: 'cpu', threads: 1, node: process.version, platform: `${process.platform} ${process.arch}` },
    };
  }
}
