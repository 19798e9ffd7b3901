import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { SvgIconComponent } from '@mui/icons-material';
import { type FC, useEffect, useRef } from 'react';

export interface CommandHit {
  group: 'pages' | 'items';
  path: string;
  label: string;
  hint: string;
  icon: SvgIconComponent;
}

/** One thing found; `title` begins a new group above it. */
export const CommandRow: FC<{ id: string; hit: CommandHit; isChosen: boolean; title: string | null; onChoose: () => void }> = ({ id, hit, isChosen, title, onChoose }) => {
  const row = useRef<HTMLDivElement>(null);
  const { icon: Icon } = hit;
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    <>
      {title && (
        <Typography role="presentation" variant="caption" component="div" sx={{ color: 'text.secondary', px: 3, pt: 1 }}>
          {title}
        </Typography>
      )}
      <Box
        ref={row}
        id={id}
        role="option"
        aria-selected={isChosen}
        onClick={onChoose}
        sx={{ display: 'flex', alignItems: 'center', gap: 3, px: 3, height: 38, borderRadius: 0.75, cursor: 'pointer', bgcolor: isChosen ? 'primary.light' : 'transparent', '&:hover': { bgcolor: isChosen ? 'primary.light' : 'action.hover' } }}
      >
        <Icon fontSize="small" sx={{ color: 'text.secondary' }} />
        <Box component="span" sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {hit.label}
        </Box>
        <Typography component="span" variant="caption" sx={{ color: 'text.secondary' }}>
          {hit.hint}
        </Typography>
      </Box>
    </>
  );
};
