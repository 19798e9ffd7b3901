import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import type { Finding } from '../providers/config-item/config-item.js';
import { ChangeRow } from './change-row.js';
import type { PlannedItem } from './release.js';
import { groupByKind, idOf, selectedOf, withChosen, worstByItem } from './selection.js';

interface ChangeListProps {
  items: readonly PlannedItem[];
  excluded: ReadonlySet<string>;
  findings: readonly Finding[];
  onExclude: (next: ReadonlySet<string>) => void;
}

/** What would change, by kind, each with its box and its difference. */
export const ChangeList: FC<ChangeListProps> = ({ items, excluded, findings, onExclude }) => {
  const t = useTranslate();
  const worst = worstByItem(findings);
  return (
    <>
      {groupByKind(items).map(({ kind, items: group }) => {
        const chosen = selectedOf(group, excluded).length;
        return (
          <Box component="section" key={kind} aria-label={t(`shared.kind.${kind}`)} sx={{ borderTop: 1, borderColor: 'divider' }}>
            <Box sx={{ display: 'flex', alignItems: 'center', px: 3, bgcolor: 'action.hover', minHeight: 36 }}>
              <FormControlLabel
                control={<Checkbox size="small" checked={chosen === group.length} indeterminate={chosen > 0 && chosen < group.length} onChange={(_, isChosen) => onExclude(withChosen(excluded, group, isChosen))} />}
                label={
                  <Typography variant="h3" component="h3">
                    {t(`shared.kind.${kind}`)}
                  </Typography>
                }
              />
              <Typography variant="caption" color="text.secondary">
                {t('release.chosenOf', { chosen, count: group.length })}
              </Typography>
            </Box>
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {group.map((item) => (
                <ChangeRow key={idOf(item)} item={item} isChosen={!excluded.has(idOf(item))} trouble={worst.get(idOf(item))} onChoose={(isChosen) => onExclude(withChosen(excluded, [item], isChosen))} />
              ))}
            </Box>
          </Box>
        );
      })}
    </>
  );
};
