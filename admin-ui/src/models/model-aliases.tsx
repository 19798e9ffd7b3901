import Box from '@mui/material/Box';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { StatusChip } from '../shared/status-chip.js';

/** Whether the hall uses a version, it is chosen for the next release, or its files are damaged. */
export const ModelAliases: FC<{ version: { aliases: string[]; problems: string[] } }> = ({ version: { aliases, problems } }) => {
  const t = useTranslate();
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 1 }}>
      {aliases.includes('production') && <StatusChip tone="good" label={t('models.alias.production')} title={t('models.alias.productionHint')} />}
      {aliases.includes('candidate') && <StatusChip tone="info" label={t('models.alias.candidate')} title={t('models.alias.candidateHint')} />}
      {problems.length > 0 && <StatusChip tone="bad" label={t('models.damaged')} title={problems.join('; ')} />}
    </Box>
  );
};
