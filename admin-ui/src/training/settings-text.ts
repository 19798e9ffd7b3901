import type { TrainingJobRow } from './training-job.js';

/** What sets a run apart: the hyper-parameters that differ from the defaults, and the seed. */
export function settingsText({ hyperParameters, seed }: Pick<TrainingJobRow, 'hyperParameters' | 'seed'>, t: (key: string) => string): string {
  const said = Object.entries(hyperParameters).map(([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`);
  return [...said, `${t('training.settings.seed')} ${seed}`].join(' · ');
}
