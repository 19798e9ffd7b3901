import CheckCircle from '@mui/icons-material/CheckCircleOutlined';
import Circle from '@mui/icons-material/CircleOutlined';
import Error from '@mui/icons-material/ErrorOutlineOutlined';
import Info from '@mui/icons-material/InfoOutlined';
import Warning from '@mui/icons-material/WarningAmberOutlined';
import Chip from '@mui/material/Chip';
import Tooltip from '@mui/material/Tooltip';
import type { FC, ReactElement } from 'react';

export type Tone = 'good' | 'notice' | 'bad' | 'info' | 'quiet';

const tones: Record<Tone, { icon: ReactElement; colour: string }> = {
  good: { icon: <CheckCircle />, colour: 'success.main' },
  notice: { icon: <Warning />, colour: 'warning.main' },
  bad: { icon: <Error />, colour: 'error.main' },
  info: { icon: <Info />, colour: 'primary.main' },
  quiet: { icon: <Circle />, colour: 'text.secondary' },
};

/** A state in a word, with an icon, so that colour never stands alone. */
export const StatusChip: FC<{ tone: Tone; label: string; title?: string; onClick?: () => void }> = ({ tone, label, title, onClick }) => {
  const { icon, colour } = tones[tone];
  const chip = (
    <Chip
      size="small"
      variant="outlined"
      icon={icon}
      label={label}
      {...(onClick && { onClick })}
      sx={{ color: colour, '& .MuiChip-icon': { color: 'inherit', fontSize: 15, ml: 1.25 }, '& .MuiChip-label': { px: 1.5 } }}
    />
  );
  return title ? <Tooltip title={title}>{chip}</Tooltip> : chip;
};
