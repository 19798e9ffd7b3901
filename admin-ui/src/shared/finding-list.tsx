import Error from '@mui/icons-material/ErrorOutlineOutlined';
import Info from '@mui/icons-material/InfoOutlined';
import Warning from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Finding, Severity } from '../providers/config-item/config-item.js';
import { placeOf } from './place.js';

const icons: Record<Severity, [typeof Error, string]> = { ERROR: [Error, 'error.main'], WARNING: [Warning, 'warning.main'], INFO: [Info, 'primary.main'] };
const rank: Record<Severity, number> = { ERROR: 0, WARNING: 1, INFO: 2 };

/** What is wrong, why and how to mend it; a click opens the very place. `showItem` where findings of several items stand together. */
export const FindingList: FC<{ findings: Finding[]; showItem?: boolean }> = ({ findings, showItem }) => {
  const t = useTranslate();
  if (findings.length === 0) return <Typography color="text.secondary">{t('shared.finding.none')}</Typography>;
  const sorted = [...findings].sort((a, b) => rank[a.severity] - rank[b.severity]);
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {sorted.map((finding, index) => (
        <li key={`${finding.rule}${finding.kind}${finding.key}${finding.path}${index}`}>
          <FindingRow finding={finding} showItem={showItem ?? false} />
        </li>
      ))}
    </Box>
  );
};

const FindingRow: FC<{ finding: Finding; showItem: boolean }> = ({ finding, showItem }) => {
  const t = useTranslate();
  const [Icon, colour] = icons[finding.severity];
  return (
    <ButtonBase
      component={Link}
      to={placeOf(finding.kind, finding.key, finding.path, finding.element)}
      sx={{ display: 'flex', width: '100%', gap: 2, py: 2, px: 1, mx: -1, borderRadius: 1, textAlign: 'left', alignItems: 'flex-start', justifyContent: 'flex-start', '&:hover': { bgcolor: 'action.hover' } }}
    >
      <Icon fontSize="small" sx={{ color: colour, mt: 0.5, flexShrink: 0 }} titleAccess={t(`shared.finding.${finding.severity}`)} />
      <Box sx={{ minWidth: 0 }}>
        {showItem && (
          <Typography variant="caption" color="text.secondary" component="div">
            {t(`shared.kind.${finding.kind}`)} · {finding.title}
          </Typography>
        )}
        <Typography sx={{ overflowWrap: 'anywhere' }}>{finding.message}</Typography>
        <Typography variant="caption" color="text.secondary" component="div">
          {finding.mend}
        </Typography>
        <Typography variant="caption" component="code" sx={{ fontSize: 11, color: 'text.secondary' }}>
          {finding.rule}
        </Typography>
      </Box>
    </ButtonBase>
  );
};
