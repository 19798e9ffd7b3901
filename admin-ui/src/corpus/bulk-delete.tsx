import Delete from '@mui/icons-material/DeleteOutlineOutlined';
import Button from '@mui/material/Button';
import type { FC } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { useDeleteUtterances } from './use-delete-utterances.js';

export const BulkDelete: FC = () => {
  const t = useTranslate();
  const { selectedIds, onUnselectItems } = useListContext();
  const { run, isPending } = useDeleteUtterances(onUnselectItems);
  return (
    <Button variant="text" color="error" startIcon={<Delete fontSize="small" />} disabled={isPending} onClick={() => run(selectedIds.map(String))}>
      {t('shared.delete')}
    </Button>
  );
};
