import MoreVert from '@mui/icons-material/MoreHorizOutlined';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { deleteItemDocument, duplicateItemDocument, type UsedBy } from '../../providers/config-item/config-item.js';
import type { EditedItem } from '../../providers/config-item/use-config-item.js';
import { useGraphqlMutation } from '../../providers/use-graphql.js';
import { ConfirmDialog } from '../confirm-dialog.js';
import { useErrorText } from '../error-text.js';
import { placeOf } from '../place.js';
import { UsedByList } from '../used-by-list.js';
import { DeletedNotice } from './deleted-notice.js';

type Dialog = 'duplicate' | 'discard' | 'delete' | null;

/** What is done to a whole item: copy it, go back to the last version, delete it. */
export const ItemMenu: FC<{ edited: EditedItem<unknown>; listPath: string }> = ({ edited, listPath }) => {
  const t = useTranslate();
  const notify = useNotify();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [dialog, setDialog] = useState<Dialog>(null);
  const [newKey, setNewKey] = useState(`${edited.key}-2`);
  const [inUse, setInUse] = useState<UsedBy[]>([]);
  const { kind, key, item } = edited;

  const duplicate = useGraphqlMutation<unknown>(duplicateItemDocument, {
    success: 'shared.item.duplicated',
    onSuccess: () => void navigate(placeOf(kind, newKey)),
  });
  const remove = useGraphqlMutation<unknown>(deleteItemDocument, {
    onSuccess: () => {
      notify(<DeletedNotice kind={kind} itemKey={key} title={item.title} />, { autoHideDuration: 12_000 });
      void navigate(listPath);
    },
    onError: (error) => {
      if (error.code !== 'IN_USE') return false;
      setInUse((error.details as { usedBy: UsedBy[] } | null)?.usedBy ?? []);
      return true;
    },
  });
  const discard = () =>
    edited.discardDraft().then(
      () => setDialog(null),
      (error: unknown) => notify(errorText(error), { type: 'error' }),
    );
  const open = (next: Dialog) => () => {
    setAnchor(null);
    setInUse([]);
    setDialog(next);
  };
  const close = () => setDialog(null);

  return (
    <>
      <Tooltip title={t('shared.item.more')}>
        <IconButton aria-label={t('shared.item.more')} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
          <MoreVert fontSize="small" />
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem onClick={open('duplicate')}>{t('shared.item.duplicate')}</MenuItem>
        <MenuItem onClick={open('discard')} disabled={!item.latestVersion || !item.draft.changed}>
          {t('shared.item.discard')}
        </MenuItem>
        <MenuItem onClick={open('delete')}>{t('shared.item.delete')}</MenuItem>
      </Menu>
      <ConfirmDialog
        open={dialog === 'duplicate'}
        title={t('shared.item.duplicate')}
        action={t('shared.item.duplicate')}
        busy={duplicate.isPending}
        onClose={close}
        onConfirm={() => duplicate.mutate({ input: { kind, key, newKey, title: t('shared.item.copyOf', { title: item.title }) } })}
      >
        <TextField autoFocus fullWidth margin="dense" label={t('shared.item.key')} helperText={t('shared.item.keyHint')} value={newKey} onChange={(event) => setNewKey(event.target.value)} />
      </ConfirmDialog>
      <ConfirmDialog open={dialog === 'discard'} danger title={t('shared.item.discard')} action={t('shared.item.discard')} onClose={close} onConfirm={() => void discard()}>
        <Typography>{t('shared.item.discardHint', { n: item.latestVersion?.n ?? 0 })}</Typography>
      </ConfirmDialog>
      <ConfirmDialog
        open={dialog === 'delete'}
        danger
        title={t('shared.item.deleteTitle', { title: item.title })}
        action={t('shared.item.delete')}
        busy={remove.isPending}
        disabled={inUse.length > 0}
        onClose={close}
        onConfirm={() => remove.mutate({ kind, key })}
      >
        <Typography sx={{ mb: 2 }}>{inUse.length > 0 ? t('shared.item.inUse') : t('shared.item.deleteHint')}</Typography>
        {inUse.length > 0 && <UsedByList users={inUse} none="" atReference />}
      </ConfirmDialog>
    </>
  );
};
