import MoreVert from '@mui/icons-material/MoreHorizOutlined';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FC, type MouseEvent, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { configItemDocument, deleteItemDocument, duplicateItemDocument, type UsedBy } from '../../providers/config-item/config-item.js';
import { useGraphql, useGraphqlMutation } from '../../providers/use-graphql.js';
import { ConfirmDialog } from '../confirm-dialog.js';
import { placeOf } from '../place.js';
import { UsedByList } from '../used-by-list.js';

interface RowMenuProps {
  kind: string;
  row: { key: string; title: string };
}

/** What a list's row offers: a copy, or deletion, which first says who uses the item. */
export const RowMenu: FC<RowMenuProps> = ({ kind, row: { key, title } }) => {
  const t = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [dialog, setDialog] = useState<'duplicate' | 'delete' | null>(null);
  const open = (next: 'duplicate' | 'delete') => {
    setAnchor(null);
    setDialog(next);
  };
  /** The row itself opens the item; what happens in its menu and dialogs is not a click on the row. */
  const stop = (event: MouseEvent) => event.stopPropagation();
  return (
    <span onClick={stop} onKeyDown={(event) => event.stopPropagation()} role="presentation">
      <IconButton aria-label={`${t('shared.item.more')} ${title}`} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
        <MoreVert fontSize="small" />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem onClick={() => open('duplicate')}>{t('shared.item.duplicate')}</MenuItem>
        <MenuItem onClick={() => open('delete')}>{t('shared.item.delete')}</MenuItem>
      </Menu>
      {dialog === 'duplicate' && <DuplicateDialog kind={kind} itemKey={key} title={title} onClose={() => setDialog(null)} />}
      {dialog === 'delete' && <DeleteDialog kind={kind} itemKey={key} title={title} onClose={() => setDialog(null)} />}
    </span>
  );
};

interface DialogProps {
  kind: string;
  itemKey: string;
  title: string;
  onClose: () => void;
}

const DuplicateDialog: FC<DialogProps> = ({ kind, itemKey, title, onClose }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const [newTitle, setNewTitle] = useState(t('shared.item.copyOf', { title }));
  const [newKey, setNewKey] = useState(`${itemKey}-2`);
  const duplicate = useGraphqlMutation<unknown>(duplicateItemDocument, { success: 'shared.item.duplicated', onSuccess: () => void navigate(placeOf(kind, newKey)) });
  return (
    <ConfirmDialog open title={t('shared.item.duplicate')} action={t('shared.item.duplicate')} busy={duplicate.isPending} disabled={!newKey || !newTitle.trim()} onClose={onClose} onConfirm={() => duplicate.mutate({ input: { kind, key: itemKey, newKey, title: newTitle.trim() } })}>
      <TextField autoFocus fullWidth margin="dense" label={t('shared.item.title')} value={newTitle} onChange={(event) => setNewTitle(event.target.value)} />
      <TextField fullWidth margin="dense" label={t('shared.item.key')} helperText={t('shared.item.keyHint')} value={newKey} onChange={(event) => setNewKey(event.target.value)} />
    </ConfirmDialog>
  );
};

const DeleteDialog: FC<DialogProps> = ({ kind, itemKey, title, onClose }) => {
  const t = useTranslate();
  const notify = useNotify();
  const { data, isPending } = useGraphql<{ configItem: { usedBy: UsedBy[] } | null }>(configItemDocument, { kind, key: itemKey });
  const users = data?.configItem?.usedBy ?? [];
  const remove = useGraphqlMutation<unknown>(deleteItemDocument, {
    onSuccess: () => {
      notify('shared.item.deleted', { type: 'info', messageArgs: { title } });
      onClose();
    },
  });
  return (
    <ConfirmDialog open danger title={t('shared.item.deleteTitle', { title })} action={t('shared.item.delete')} busy={remove.isPending || isPending} disabled={users.length > 0} onClose={onClose} onConfirm={() => remove.mutate({ kind, key: itemKey })}>
      <Typography sx={{ mb: 2 }}>{users.length > 0 ? t('shared.item.inUse') : t('shared.item.deleteHint')}</Typography>
      {users.length > 0 && <UsedByList users={users} none="" atReference />}
    </ConfirmDialog>
  );
};
