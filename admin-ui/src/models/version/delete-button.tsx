import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import type { ApiError } from '../../providers/graphql.js';
import { useGraphqlMutation } from '../../providers/use-graphql.js';
import { useCan } from '../../providers/use-me.js';
import { ConfirmDialog } from '../../shared/confirm-dialog.js';
import { useErrorText } from '../../shared/error-text.js';
import { deleteModelVersionDocument, type ModelVersion } from '../model-version.js';

interface Use {
  kind: 'bundle' | 'draft' | 'version';
  key: string;
}

/** Deletes a version that nothing could bring back; otherwise says what still names it. */
export const DeleteButton: FC<{ version: Pick<ModelVersion, 'id' | 'n'> }> = ({ version: { id, n } }) => {
  const t = useTranslate();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const { can } = useCan();
  const [isAsked, setIsAsked] = useState(false);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const remove = useGraphqlMutation<unknown>(deleteModelVersionDocument, {
    success: 'models.delete.done',
    onSuccess: () => void navigate('/models'),
    onError: (error) => (setRefusal(error), true),
  });
  if (!can('models.manage') && !can('training.run')) return null;
  const uses = (refusal?.details as { usedBy?: Use[] } | null)?.usedBy ?? [];
  return (
    <>
      <Button variant="outlined" color="error" onClick={() => (setRefusal(null), setIsAsked(true))}>
        {t('shared.delete')}
      </Button>
      <ConfirmDialog open={isAsked} title={t('models.delete.title', { n })} action={t('shared.delete')} danger busy={remove.isPending} disabled={refusal !== null} onClose={() => setIsAsked(false)} onConfirm={() => remove.mutate({ id })}>
        {refusal ? (
          <Alert severity="error" sx={{ alignItems: 'flex-start' }}>
            {errorText(refusal)}
            {uses.length > 0 && (
              <Box component="ul" sx={{ m: 0, mt: 1, pl: 5 }}>
                {uses.map(({ kind, key }) => (
                  <li key={`${kind} ${key}`}>{t(`models.use.${kind}`, { key })}</li>
                ))}
              </Box>
            )}
          </Alert>
        ) : (
          t('models.delete.hint')
        )}
      </ConfirmDialog>
    </>
  );
};
