import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { MetricPanels } from '../../models/metrics/metric-panels.js';
import { ChooseButton } from '../../models/version/choose-button.js';
import type { TrainingJobRow } from '../training-job.js';

/** What came of a training: the version, what it was measured at, and the next step. */
export const ResultCard: FC<{ version: NonNullable<TrainingJobRow['modelVersion']> }> = ({ version }) => {
  const t = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      <Alert
        severity={version.deletedAt ? 'warning' : 'success'}
        action={
          !version.deletedAt && (
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
              <Button variant="outlined" component={Link} to={`/models/${version.id}?tab=try`}>
                {t('training.result.try')}
              </Button>
              <Button variant="outlined" component={Link} to={`/models/${version.id}`}>
                {t('training.result.open', { n: version.n })}
              </Button>
              <ChooseButton version={version} />
            </Box>
          )
        }
      >
        {t(version.deletedAt ? 'training.result.deleted' : 'training.result.done', { n: version.n })}
      </Alert>
      <MetricPanels version={version.id} metrics={version.metrics} />
    </Box>
  );
};
