import { useNotify } from 'react-admin';
import { useGraphqlMutation } from '../providers/use-graphql.js';
import { DeletedNotice } from './deleted-notice.js';
import { deleteUtterancesDocument } from './utterance.js';

/** Deletes at once; the notice takes it back. */
export function useDeleteUtterances(onDone: () => void): { run: (ids: string[]) => void; isPending: boolean } {
  const notify = useNotify();
  const { mutate, isPending } = useGraphqlMutation<unknown, { ids: string[] }>(deleteUtterancesDocument);
  const run = (ids: string[]) =>
    mutate(
      { ids },
      {
        onSuccess: () => {
          onDone();
          notify(<DeletedNotice ids={ids} />, { autoHideDuration: 15_000 });
        },
      },
    );
  return { run, isPending };
}
