import Delete from '@mui/icons-material/DeleteOutlineOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { PageLoading } from '../../app/page-loading.js';
import { useGraphql } from '../../providers/use-graphql.js';
import { ConfirmDialog } from '../../shared/confirm-dialog.js';
import { DetailDrawer } from '../../shared/detail-drawer.js';
import { EmptyState } from '../../shared/empty-state.js';
import { ErrorPanel } from '../../shared/error-panel.js';
import { useDeleteUtterances } from '../use-delete-utterances.js';
import { type Utterance, utteranceDocument } from '../utterance.js';
import { UtteranceForm } from './utterance-form.js';

interface UtteranceDrawerProps {
  /** Null for a new one. */
  id: string | null;
  onOpen: (id: string) => void;
  onClose: () => void;
}

/** One utterance beside the list: text, intent, marked pieces, what is like it. */
export const UtteranceDrawer: FC<UtteranceDrawerProps> = ({ id, onOpen, onClose }) => {
  const t = useTranslate();
  const { data, error, isPending, refetch } = useGraphql<{ utterance: Utterance | null }>(utteranceDocument, { id: id ?? '' }, { enabled: id !== null });
  const [isChanged, setIsChanged] = useState(false);
  const [asked, setAsked] = useState<(() => void) | null>(null);
  const remove = useDeleteUtterances(onClose);
  const leave = (next: () => void) => (isChanged ? setAsked(() => next) : next());
  const utterance = data?.utterance ?? null;
  return (
    <DetailDrawer title={t(id === null ? 'corpus.add' : 'corpus.edit.title')} onClose={() => leave(onClose)}>
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : id !== null && isPending ? (
        <PageLoading />
      ) : id !== null && !utterance ? (
        <EmptyState dense title={t('corpus.edit.gone')} hint={t('corpus.edit.goneHint')} />
      ) : (
        <UtteranceForm key={utterance?.rev ?? 0} utterance={utterance} onChanged={setIsChanged} onOpen={(other) => leave(() => onOpen(other))} onDone={onClose}>
          {id !== null && (
            <Button variant="text" color="error" startIcon={<Delete fontSize="small" />} disabled={remove.isPending} onClick={() => remove.run([id])}>
              {t('shared.delete')}
            </Button>
          )}
          <Box sx={{ flex: 1 }} />
        </UtteranceForm>
      )}
      <ConfirmDialog open={asked !== null} title={t('corpus.edit.leave')} action={t('corpus.edit.leaveAction')} danger onClose={() => setAsked(null)} onConfirm={() => asked?.()} />
    </DetailDrawer>
  );
};
