import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { formatCount } from '../../shared/format.js';
import { Sheet } from '../../shared/page.js';
import { StatusChip, type Tone } from '../../shared/status-chip.js';
import type { IntentLabel } from '../labels/use-labels.js';
import { utterancesPath } from '../utterances-path.js';
import { enoughUtterances, fewUtterances, type Fullness, fullnessOf, thinIntents } from './thin-intents.js';

const looks: Record<Fullness, { tone: Tone; colour: string }> = {
  none: { tone: 'bad', colour: 'error.main' },
  few: { tone: 'notice', colour: 'warning.main' },
  some: { tone: 'quiet', colour: 'primary.main' },
  enough: { tone: 'good', colour: 'primary.main' },
};

/** How many examples each intent has: the thin ones first, in words and as bars. */
export const IntentBars: FC<{ intents: IntentLabel[]; total: number }> = ({ intents, total }) => {
  const t = useTranslate();
  const thin = thinIntents(intents);
  const rows = [...intents].sort((a, b) => a.utterances - b.utterances || (a.key < b.key ? -1 : 1));
  const most = Math.max(enoughUtterances, ...rows.map(({ utterances }) => utterances));
  const finding = thin.length > 0 ? t('corpus.health.thinFinding', { smart_count: thin.length, few: fewUtterances }) : t('corpus.health.fullFinding', { few: fewUtterances });
  return (
    <Sheet label={finding}>
      <Box sx={{ px: 4, pt: 3, pb: 2 }}>
        <Typography variant="h2">{finding}</Typography>
        <Typography color="text.secondary">{t('corpus.health.barsHint', { total: formatCount(total), intents: rows.length, enough: enoughUtterances })}</Typography>
      </Box>
      <Box component="table" sx={{ width: '100%', borderCollapse: 'collapse', '& td, & th': { px: 4, py: 1.5, borderTop: 1, borderColor: 'divider', textAlign: 'left', fontWeight: 400 } }}>
        <thead>
          <Box component="tr" sx={{ '& th': { color: 'text.secondary', fontSize: 13, bgcolor: 'action.hover' } }}>
            <th>{t('corpus.intent.name')}</th>
            <th>{t('corpus.health.count')}</th>
            <th>{t('corpus.health.state')}</th>
          </Box>
        </thead>
        <tbody>
          {rows.map(({ key, title, utterances }) => {
            const fullness = fullnessOf(utterances);
            return (
              <tr key={key}>
                <Box component="th" scope="row" sx={{ width: { xs: '34%', md: '26%' } }}>
                  <Box component={Link} to={utterancesPath({ intent: key })} sx={{ color: 'primary.main', textDecoration: 'none', '&:hover': { textDecoration: 'underline' } }}>
                    {title}
                  </Box>
                </Box>
                <td>
                  <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
                    <Box aria-hidden sx={{ flex: 1, height: 8, borderRadius: 1, bgcolor: 'divider', overflow: 'hidden' }}>
                      <Box sx={{ width: `${(utterances / most) * 100}%`, height: '100%', bgcolor: looks[fullness].colour }} />
                    </Box>
                    <Box component="span" sx={{ width: 52, textAlign: 'right' }}>
                      {formatCount(utterances)}
                    </Box>
                  </Box>
                </td>
                <Box component="td" sx={{ width: 140, whiteSpace: 'nowrap' }}>
                  <StatusChip tone={looks[fullness].tone} label={t(`corpus.fullness.${fullness}`)} />
                </Box>
              </tr>
            );
          })}
        </tbody>
      </Box>
    </Sheet>
  );
};
