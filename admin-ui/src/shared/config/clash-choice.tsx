import Box from '@mui/material/Box';
import Radio from '@mui/material/Radio';
import Typography from '@mui/material/Typography';
import { type FC, useId } from 'react';
import { useTranslate } from 'react-admin';
import type { Clash } from '../../providers/config-item/json-merge.js';
import { ChangeValues } from '../diff-view.js';
import { KeyText } from '../small-texts.js';

export type Side = 'mine' | 'theirs';

interface ClashChoiceProps {
  clash: Clash;
  /** What the page calls the place, where it has a name. */
  label: string | undefined;
  theirName: string;
  side: Side;
  onChoose: (side: Side) => void;
}

/** One place that both changed: what each made of it, side by side; the chosen one is what stays. */
export const ClashChoice: FC<ClashChoiceProps> = ({ clash: { path, base, mine, theirs }, label, theirName, side, onChoose }) => {
  const t = useTranslate();
  const id = useId();
  const options = [
    { value: 'mine', title: t('shared.conflict.mine'), after: mine },
    { value: 'theirs', title: t('shared.conflict.theirsOf', { name: theirName }), after: theirs },
  ] as const;
  return (
    <Box role="radiogroup" aria-labelledby={id} sx={{ mb: 4 }}>
      <Typography id={id} variant="h3" component="h3" sx={{ mb: 1 }}>
        {label ?? <KeyText value={path || '/'} />}
      </Typography>
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' } }}>
        {options.map(({ value, title, after }) => {
          const isChosen = side === value;
          return (
            <Box key={value} component="label" sx={{ display: 'block', border: 1, borderColor: isChosen ? 'primary.main' : 'divider', bgcolor: isChosen ? 'primary.light' : 'background.paper', borderRadius: 1, p: 3, pt: 1, cursor: 'pointer', minWidth: 0 }}>
              <Box component="span" sx={{ display: 'flex', alignItems: 'center', ml: -2, fontWeight: 600 }}>
                <Radio size="small" name={id} checked={isChosen} onChange={() => onChoose(value)} slotProps={{ input: { 'aria-label': title } }} />
                {title}
              </Box>
              <ChangeValues before={base} after={after} />
            </Box>
          );
        })}
      </Box>
    </Box>
  );
};
