import { useTranslate } from 'react-admin';
import { formatCount, formatShare } from '../../shared/format.js';
import { durationText } from '../duration-text.js';
import type { TrainingJob } from '../training-job.js';

export interface RunRow {
  label: string;
  valueOf: (job: TrainingJob) => string;
  /** Where more is better. */
  number?: (job: TrainingJob) => number | null;
}

/** The run that is right most often; null while none has ended with a model, or all are equal. */
export function bestOf(jobs: readonly TrainingJob[]): TrainingJob | null {
  const ended = jobs.filter(({ modelVersion }) => modelVersion !== null);
  const accuracy = ({ modelVersion }: TrainingJob) => modelVersion!.metrics.intent.accuracy;
  const [first, second] = [...ended].sort((a, b) => accuracy(b) - accuracy(a));
  return first && (!second || accuracy(first) > accuracy(second)) ? first : null;
}

/** What is compared: results first, then what they were made with. */
export function useRunRows(): RunRow[] {
  const t = useTranslate();
  const share = (label: string, number: (job: TrainingJob) => number | null): RunRow => ({
    label,
    number,
    valueOf: (job) => {
      const value = number(job);
      return value === null ? '—' : formatShare(value);
    },
  });
  return [
    { label: t('training.state'), valueOf: ({ operation }) => t(`shared.operation.${operation.state}`) },
    { label: t('training.model'), valueOf: ({ modelVersion }) => (modelVersion ? `v${modelVersion.n}` : '—') },
    share(t('models.accuracy'), ({ modelVersion }) => modelVersion?.metrics.intent.accuracy ?? null),
    share(t('models.macroF1'), ({ modelVersion }) => modelVersion?.metrics.intent.macroF1 ?? null),
    share(t('models.slotF1'), ({ modelVersion }) => modelVersion?.metrics.slots?.microF1 ?? null),
    share(t('models.headline.outOfScope'), ({ modelVersion }) => modelVersion?.metrics.outOfScope?.recall ?? null),
    { label: t('training.took'), valueOf: ({ trainMs }) => (trainMs === null ? '—' : durationText(trainMs, t)) },
    { label: t('training.utterances'), valueOf: ({ snapshot }) => formatCount(snapshot.count) },
    { label: t('corpus.snapshot.hash'), valueOf: ({ snapshot }) => snapshot.sha256.slice(0, 12) },
    { label: t('models.method.name'), valueOf: ({ method }) => t(`models.method.${method}`, { _: method }) },
    { label: t('training.start.base'), valueOf: ({ baseModel }) => baseModel?.title ?? '—' },
    { label: t('training.start.executor'), valueOf: ({ executor, device }) => `${t(`training.executor.${executor}`, { _: executor })} · ${t(`training.device.${device}`, { _: device })}` },
    { label: t('training.settings.seed'), valueOf: ({ seed }) => String(seed) },
    { label: t('training.facts.hyper'), valueOf: ({ hyperParameters }) => Object.entries(hyperParameters).map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(' · ') || t('training.facts.defaults') },
  ];
}
