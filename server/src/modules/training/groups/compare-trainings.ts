import type { TrainingJob } from '../training-job.entity.js';

export interface Difference {
  setting: string;
  /** One a job. */
  values: unknown[];
}

type Compared = Pick<TrainingJob, 'method' | 'preset' | 'baseModelId' | 'executor' | 'device' | 'variants' | 'seed' | 'snapshotId'>;

/** The settings in which jobs differ; `hypers` are their hyper-parameters with the defaults filled in. */
export function differences(jobs: readonly Compared[], hypers: readonly Record<string, unknown>[]): Difference[] {
  const settings: Difference[] = [
    { setting: 'method', values: jobs.map((job) => job.method) },
    { setting: 'preset', values: jobs.map((job) => job.preset) },
    { setting: 'baseModel', values: jobs.map((job) => job.baseModelId) },
    { setting: 'executor', values: jobs.map((job) => job.executor) },
    { setting: 'device', values: jobs.map((job) => job.device) },
    { setting: 'variants', values: jobs.map((job) => job.variants) },
    { setting: 'seed', values: jobs.map((job) => job.seed) },
    { setting: 'snapshot', values: jobs.map((job) => job.snapshotId) },
    ...[...new Set(hypers.flatMap(Object.keys))].map((key) => ({ setting: `hyperParameters.${key}`, values: hypers.map((hyper) => hyper[key] ?? null) })),
  ];
  return settings.filter(({ values }) => new Set(values.map((value) => JSON.stringify(value))).size > 1);
}
