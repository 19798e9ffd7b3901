import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { type FC, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { mergeThreeWay, replaceAt } from '../../providers/config-item/json-merge.js';
import type { EditedItem } from '../../providers/config-item/use-config-item.js';
import { ChangeValues } from '../diff-view.js';
import { RelativeTime } from '../relative-time.js';
import { PersonName } from '../small-texts.js';

type Side = 'mine' | 'theirs';

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
  return (
    <Dialog open maxWidth="lg" fullWidth aria-labelledby="conflict-title">
      <DialogTitle id="conflict-title">{t('shared.conflict.title')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 3 }}>
          <PersonName person={conflict.by} /> · <RelativeTime at={conflict.at} /> — {clashes.length === 0 ? t('shared.conflict.noClash') : t('shared.conflict.clashes', { smart_count: clashes.length })}
        </Typography>
        {clashes.length > 0 && (
          <Table size="small" aria-label={t('shared.conflict.title')}>
            <TableHead>
              <TableRow>
                <TableCell>{t('shared.conflict.place')}</TableCell>
                <TableCell>{t('shared.conflict.mine')}</TableCell>
                <TableCell>{t('shared.conflict.theirs')}</TableCell>
                <TableCell>{t('shared.conflict.keep')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {clashes.map(({ path, base, mine, theirs }) => (
                <TableRow key={path} sx={{ verticalAlign: 'top' }}>
                  <TableCell>
                    {conflict.changes?.find((change) => change.path === path)?.label ?? <code>{path || '/'}</code>}
                  </TableCell>
                  <TableCell>
                    <ChangeValues before={base} after={mine} />
                  </TableCell>
                  <TableCell>
                    <ChangeValues before={base} after={theirs} />
                  </TableCell>
                  <TableCell>
                    <ToggleButtonGroup exclusive size="small" value={sides[path] ?? 'mine'} onChange={(_, side: Side | null) => side && setSides({ ...sides, [path]: side })} aria-label={t('shared.conflict.keep')}>
                      <ToggleButton value="mine">{t('shared.conflict.mine')}</ToggleButton>
                      <ToggleButton value="theirs">{t('shared.conflict.theirs')}</ToggleButton>
                    </ToggleButtonGroup>
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </DialogContent>
      <DialogActions>
        <Button variant="outlined" onClick={() => edited.resolve(conflict.body)}>
          {t('shared.conflict.takeTheirs')}
        </Button>
        <Button variant="outlined" onClick={() => edited.resolve(edited.body)}>
          {t('shared.conflict.takeMine')}
        </Button>
        <Box sx={{ flex: '0 0 4px' }} />
        <Button variant="contained" onClick={join} autoFocus>
          {t('shared.conflict.join')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
