import ExpandMore from '@mui/icons-material/ExpandMoreOutlined';
import OpenInNew from '@mui/icons-material/OpenInNewOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Checkbox from '@mui/material/Checkbox';
import Collapse from '@mui/material/Collapse';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { type FC, useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { placeOf } from '../shared/place.js';
import { RelativeTime } from '../shared/relative-time.js';
import { KeyText } from '../shared/small-texts.js';
import { StatusChip } from '../shared/status-chip.js';
import { ChangeMark } from './change-mark.js';
import { ItemDiff } from './item-diff.js';
import type { PlannedItem } from './release.js';

interface ChangeRowProps {
  item: PlannedItem;
  isChosen: boolean;
  trouble: { errors: number; warnings: number } | undefined;
  onChoose: (isChosen: boolean) => void;
}

/** One item that would change; opens to show the difference. */
export const ChangeRow: FC<ChangeRowProps> = ({ item, isChosen, trouble, onChoose }) => {
  const t = useTranslate();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, pl: 3, pr: 2, minHeight: 48 }}>
        <Checkbox size="small" checked={isChosen} onChange={(_, next) => onChoose(next)} slotProps={{ input: { 'aria-label': t('release.choose', { title: item.title }) } }} />
        <ButtonBase aria-expanded={isOpen} aria-controls={id} onClick={() => setIsOpen(!isOpen)} sx={{ flex: 1, minWidth: 0, display: 'flex', alignItems: 'center', gap: 2, textAlign: 'left', justifyContent: 'flex-start', py: 1.5, px: 1, borderRadius: 1, flexWrap: 'wrap', '&:hover': { bgcolor: 'action.hover' } }}>
          <ChangeMark change={item.change} />
          <Typography component="span" sx={{ fontWeight: 600, minWidth: 0, opacity: isChosen ? 1 : 0.7 }} noWrap>
            {item.title}
          </Typography>
          <KeyText value={item.key} />
          {trouble && trouble.errors > 0 && <StatusChip tone="bad" label={t('release.errors', { smart_count: trouble.errors })} />}
          {trouble && trouble.errors === 0 && trouble.warnings > 0 && <StatusChip tone="notice" label={t('release.warnings', { smart_count: trouble.warnings })} />}
          <Typography component="span" variant="caption" color="text.secondary" sx={{ ml: 'auto', whiteSpace: 'nowrap' }}>
            {item.department && `${item.department.title} · `}
            {t('release.placesChanged', { smart_count: item.changes.length })} · {item.byName} · <RelativeTime at={item.at} />
          </Typography>
          <ExpandMore fontSize="small" sx={{ color: 'text.secondary', transform: isOpen ? 'rotate(180deg)' : 'none' }} />
        </ButtonBase>
        {item.change !== 'REMOVED' && (
          <Tooltip title={t('shared.item.open')}>
            <IconButton component={Link} to={placeOf(item.kind, item.key)} aria-label={`${t('shared.item.open')} ${item.title}`}>
              <OpenInNew sx={{ fontSize: 16 }} />
            </IconButton>
          </Tooltip>
        )}
      </Box>
      <Collapse in={isOpen} id={id} unmountOnExit>
        <Box sx={{ pl: { xs: 4, md: 14 }, pr: 4, pb: 4, pt: 1 }}>
          <ItemDiff kind={item.kind} itemKey={item.key} before={item.published} after={item.sha256} changes={item.changes} />
        </Box>
      </Collapse>
    </Box>
  );
};
