import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import type { Finding } from '../providers/config-item/config-item.js';
import { FindingList } from '../shared/finding-list.js';
import { StatusChip } from '../shared/status-chip.js';

/** What the contract rules say of the chosen items, as one would publish them now. */
export const FindingsPanel: FC<{ findings: Finding[] | undefined; isChecking: boolean; count: number }> = ({ findings, isChecking, count }) => {
  const t = useTranslate();
  const number = (severity: Finding['severity']) => (findings ?? []).filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [number('ERROR'), number('WARNING')];
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 4, py: 2, minHeight: 48, flexWrap: 'wrap' }}>
        <Typography variant="h2">{t('release.findings')}</Typography>
        {errors > 0 && <StatusChip tone="bad" label={t('release.errors', { smart_count: errors })} />}
        {warnings > 0 && <StatusChip tone="notice" label={t('release.warnings', { smart_count: warnings })} />}
        {findings && errors + warnings === 0 && count > 0 && <StatusChip tone="good" label={t('release.clean')} />}
      </Box>
      <Box sx={{ height: 2 }}>{isChecking && <LinearProgress aria-label={t('release.obstacle.checking')} sx={{ height: 2 }} />}</Box>
      <Box sx={{ px: 4, pb: 3, overflow: 'auto', flex: 1, minHeight: 80 }} tabIndex={0} role="region" aria-label={t('release.findings')}>
        {count === 0 ? <Typography color="text.secondary">{t('release.obstacle.nothing')}</Typography> : findings ? <FindingList findings={findings} showItem /> : <Skeleton variant="rounded" height={120} />}
      </Box>
    </>
  );
};
