import Restore from '@mui/icons-material/RestoreOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Collapse from '@mui/material/Collapse';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { RelativeTime } from '../shared/relative-time.js';
import { KeyText, PersonName } from '../shared/small-texts.js';
import { StatusChip, type Tone } from '../shared/status-chip.js';
import { BundleChanges } from './bundle-changes.js';
import type { ChannelMove } from './history.js';

const tones: Record<ChannelMove['reason'], Tone> = { publish: 'info', 'roll-back': 'notice', import: 'quiet' };

interface MoveRowProps {
  move: ChannelMove;
  isCurrent: boolean;
  isLast: boolean;
  onRollBack?: () => void;
}

/** One move of a channel on the time line. */
export const MoveRow: FC<MoveRowProps> = ({ move, isCurrent, isLast, onRollBack }) => {
  const t = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Box component="li" sx={{ display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: 3 }}>
      <Box aria-hidden sx={{ position: 'relative' }}>
        <Box sx={{ position: 'absolute', left: 4, top: 6, width: 11, height: 11, borderRadius: '50%', border: 2, borderColor: isCurrent ? 'primary.main' : 'text.secondary', bgcolor: isCurrent ? 'primary.main' : 'background.paper' }} />
        {!isLast && <Box sx={{ position: 'absolute', left: 9, top: 20, bottom: -4, width: '1px', bgcolor: 'divider' }} />}
      </Box>
      <Box sx={{ pb: 5, minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
          <Typography variant="h2" component="h2">
            v{move.to.n}
          </Typography>
          {isCurrent && <StatusChip tone="good" label={t('release.history.current')} />}
          <StatusChip tone={tones[move.reason]} label={t(`release.history.reason.${move.reason}`)} />
          <Typography variant="caption" color="text.secondary">
            <PersonName person={move.byName} /> · <RelativeTime at={move.at} />
            {move.requestedByName && ` · ${t('release.history.requestedBy', { name: move.requestedByName })}`} · {t('release.history.entries', { smart_count: move.to.entryCount })}
          </Typography>
          <KeyText value={move.to.sha256} short={10} />
          <Box sx={{ flex: 1 }} />
          <Button variant="text" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {t(isOpen ? 'release.history.hide' : 'release.history.show')}
          </Button>
          {onRollBack && (
            <Button variant="outlined" startIcon={<Restore fontSize="small" />} onClick={onRollBack}>
              {t('release.history.rollBack', { n: move.to.n })}
            </Button>
          )}
        </Box>
        {move.note && <Typography sx={{ mt: 0.5 }}>{move.note}</Typography>}
        <Collapse in={isOpen} unmountOnExit>
          <Box sx={{ mt: 2 }}>
            <BundleChanges from={move.from?.sha256 ?? null} to={move.to.sha256} />
          </Box>
        </Collapse>
      </Box>
    </Box>
  );
};
