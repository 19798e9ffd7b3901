import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { type FC, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { mergeThreeWay, replaceAt } from '../../providers/config-item/json-merge.js';
import type { EditedItem } from '../../providers/config-item/use-config-item.js';
import { RelativeTime } from '../relative-time.js';
import { PersonName } from '../small-texts.js';
import { ClashChoice, type Side } from './clash-choice.js';

/** Two people changed one draft: what each changed, place by place, and one button that joins them. Nothing typed is lost. */
export const ConflictDialog: FC<{ edited: EditedItem<unknown> }> = ({ edited }) => {
  const { conflict } = edited;
  return conflict ? <OpenConflict edited={edited} conflict={conflict} key={conflict.rev} /> : null;
};

const OpenConflict: FC<{ edited: EditedItem<unknown>; conflict: NonNullable<EditedItem<unknown>['conflict']> }> = ({ edited, conflict }) => {
  const t = useTranslate();
  const { merged, clashes } = useMemo(() => mergeThreeWay(edited.saved, edited.body, conflict.body), [edited.saved, edited.body, conflict.body]);
  const [sides, setSides] = useState<Record<string, Side>>({});

  const join = () => edited.resolve(clashes.reduce((body, { path, theirs }) => (sides[path] === 'theirs' ? replaceAt(body, path, theirs) : body), merged));
  const labelOf = (path: string) => conflict.changes?.find((change) => change.path === path || change.path.startsWith(`${path}/`))?.label;
  return (
    <Dialog open maxWidth="md" fullWidth aria-labelledby="conflict-title">
      <DialogTitle id="conflict-title">{t('shared.conflict.title')}</DialogTitle>
      <DialogContent>
        <Typography color="text.secondary" sx={{ mb: 4 }}>
          <PersonName person={conflict.by} /> · <RelativeTime at={conflict.at} /> · {clashes.length === 0 ? t('shared.conflict.noClash') : t('shared.conflict.clashes', { smart_count: clashes.length })}
        </Typography>
        {clashes.map((clash) => (
          <ClashChoice key={clash.path} clash={clash} label={labelOf(clash.path)} theirName={conflict.by?.name ?? t('shared.system')} side={sides[clash.path] ?? 'mine'} onChoose={(side) => setSides({ ...sides, [clash.path]: side })} />
        ))}
      </DialogContent>
      <DialogActions>
        <Button variant="text" onClick={() => edited.resolve(conflict.body)}>
          {t('shared.conflict.takeTheirs')}
        </Button>
        <Button variant="text" onClick={() => edited.resolve(edited.body)}>
          {t('shared.conflict.takeMine')}
        </Button>
        <Box sx={{ flex: 1 }} />
        <Button variant="contained" onClick={join} autoFocus>
          {t('shared.conflict.join')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
