import CompareArrows from '@mui/icons-material/CompareArrowsOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { FC } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { TrainingJobRow } from './training-job.js';

/** As many columns as can be read side by side. */
const compared = 5;

/** Says that one search alone is listed, and leads to its best runs side by side. */
export const GroupNote: FC = () => {
  const t = useTranslate();
  const { filterValues, setFilters, data } = useListContext<TrainingJobRow>();
  if (!filterValues?.['group']) return null;
  const accuracy = ({ modelVersion }: TrainingJobRow) => modelVersion?.metrics.intent.accuracy ?? -1;
  const best = [...(data ?? [])].filter(({ modelVersion }) => modelVersion).sort((a, b) => accuracy(b) - accuracy(a)).slice(0, compared);
  const actions = (
    <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
      {best.length > 1 && (
        <Button variant="outlined" startIcon={<CompareArrows fontSize="small" />} component={Link} to={`/training/compare?ids=${best.map(({ id }) => id).join(',')}`}>
          {t('training.compare.action')}
        </Button>
      )}
      <Button variant="text" onClick={() => setFilters({})}>
        {t('training.search.all')}
      </Button>
    </Box>
  );
  return (
    <Alert severity="info" action={actions} sx={{ m: 3, mt: 0 }}>
      {t('training.search.note')}
    </Alert>
  );
};
