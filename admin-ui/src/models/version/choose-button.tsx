import Button from '@mui/material/Button';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useGraphqlMutation } from '../../providers/use-graphql.js';
import { useCan } from '../../providers/use-me.js';
import { ConfirmDialog } from '../../shared/confirm-dialog.js';
import { chooseModelDocument, type ModelVersion } from '../model-version.js';

/** Puts the version into the draft that the next release takes, then shows the way to that release. */
export const ChooseButton: FC<{ version: Pick<ModelVersion, 'id' | 'n' | 'aliases' | 'problems'> }> = ({ version: { id, n, aliases, problems } }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { can } = useCan();
  const [isChosen, setIsChosen] = useState(false);
  const choose = useGraphqlMutation<unknown>(chooseModelDocument, { onSuccess: () => setIsChosen(true) });
  if (!can('models.manage') && !can('config.write')) return null;
  const isCandidate = aliases.includes('candidate');
  return (
    <>
      {isCandidate ? (
        <Button variant="contained" onClick={() => void navigate('/release')}>
          {t('models.choose.toRelease')}
        </Button>
      ) : (
        <Button variant={aliases.includes('production') ? 'outlined' : 'contained'} disabled={choose.isPending || problems.length > 0} onClick={() => choose.mutate({ id })}>
          {t('models.choose.action')}
        </Button>
      )}
      <ConfirmDialog open={isChosen} title={t('models.choose.done', { n })} action={t('models.choose.toRelease')} onClose={() => setIsChosen(false)} onConfirm={() => void navigate('/release')}>
        {t('models.choose.next')}
      </ConfirmDialog>
    </>
  );
};
