import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { type FC, useEffect, useRef } from 'react';
import { useListContext, useNotify, useTranslate } from 'react-admin';
import { useGraphqlMutation } from '../providers/use-graphql.js';
import { ignoreQuestionsDocument, reopenQuestionsDocument } from './question.js';

const undoMs = 8_000;

/** Puts questions aside; for some seconds a press brings them back. */
export function useIgnore(onDone?: () => void): { run: (ids: string[]) => void; isPending: boolean } {
  const t = useTranslate();
  const notify = useNotify();
  const reopen = useGraphqlMutation(reopenQuestionsDocument, { success: 'unanswered.reopened' });
  const undo = useRef(reopen.mutate);
  useEffect(() => void (undo.current = reopen.mutate));
  const ignore = useGraphqlMutation(ignoreQuestionsDocument);
  const run = (ids: string[]) =>
    ignore.mutate(
      { ids },
      {
        onSuccess: () => {
          onDone?.();
          notify(
            <Alert severity="info" action={<Button color="inherit" onClick={() => undo.current({ ids })}>{t('shared.undo')}</Button>}>
              {t('unanswered.ignored', { smart_count: ids.length })}
            </Alert>,
            { autoHideDuration: undoMs },
          );
        },
      },
    );
  return { run, isPending: ignore.isPending };
}

export const BulkIgnore: FC = () => {
  const t = useTranslate();
  const { selectedIds, onUnselectItems } = useListContext();
  const { run, isPending } = useIgnore(onUnselectItems);
  return (
    <Button variant="text" disabled={isPending} onClick={() => run(selectedIds.map(String))}>
      {t('unanswered.ignore')}
    </Button>
  );
};
