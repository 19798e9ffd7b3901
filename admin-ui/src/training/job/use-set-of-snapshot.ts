import { type TrainingSet, trainingSetsDocument } from '../../corpus/sets/training-set.js';
import { useGraphql } from '../../providers/use-graphql.js';

/** The training set that a snapshot was taken of. */
export function useSetOfSnapshot(snapshot: string | undefined): TrainingSet | undefined {
  const { data } = useGraphql<{ trainingSets: { items: TrainingSet[] } }>(trainingSetsDocument, {}, { enabled: snapshot !== undefined });
  return data?.trainingSets.items.find(({ snapshots }) => snapshots.some(({ id }) => id === snapshot));
}
