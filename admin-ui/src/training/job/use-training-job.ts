import { useEffect, useState } from 'react';
import { useGraphql, useSubscription } from '../../providers/use-graphql.js';
import { type TrainingJob, trainingJobDocument, type TrainingPoint, trainingProgressDocument } from '../training-job.js';
import { joined } from './curve.js';

/** Often enough to see the end where no subscription comes through. */
const pollMs = 3_000;

/** A job with its stored points and, while it runs, those that come live. */
export function useTrainingJob(id: string) {
  const [isBusy, setIsBusy] = useState(false);
  const [live, setLive] = useState<TrainingPoint[]>([]);
  const query = useGraphql<{ trainingJob: TrainingJob | null }>(trainingJobDocument, { id }, { refetchInterval: isBusy ? pollMs : 0 });
  const job = query.data?.trainingJob ?? null;
  const state = job?.operation.state;
  const { refetch } = query;
  useEffect(() => setIsBusy(state === 'QUEUED' || state === 'RUNNING'), [state]);
  useSubscription<{ trainingProgress: TrainingPoint | null }>(trainingProgressDocument, { job: id }, ({ trainingProgress: point }) => {
    if (!point) return;
    // A run that starts over begins at step 0 and forgets what was before.
    setLive((points) => (point.step === 0 && point.phase === 'prepare' ? [point] : [...points, point]));
    if (point.phase === 'done') void refetch();
  });
  return { ...query, job, isBusy: state === 'QUEUED' || state === 'RUNNING', points: joined(job?.progress ?? [], live) };
}
