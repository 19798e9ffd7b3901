import TextField from '@mui/material/TextField';
import { pinyin } from 'pinyin-pro';
import { type FC, type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { createItemDocument } from '../../providers/config-item/config-item.js';
import { useGraphqlMutation } from '../../providers/use-graphql.js';
import { ConfirmDialog } from '../confirm-dialog.js';
import { placeOf } from '../place.js';

interface CreateItemDialogProps {
  kind: string;
  title: string;
  /** The body of the new item. */
  body: (title: string, key: string) => unknown;
  onClose: () => void;
  /** Further fields, where a body needs more than a title. */
  children?: ReactNode;
}

/** A new item of any kind: title and key (proposed from the title's pinyin), then its editing page. */
export const CreateItemDialog: FC<CreateItemDialogProps> = ({ kind, title: dialogTitle, body, onClose, children }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [typedKey, setTypedKey] = useState<string | null>(null);
  const key = typedKey ?? proposeKey(title);
  const create = useGraphqlMutation<unknown>(createItemDocument, {
    onSuccess: () => void navigate(placeOf(kind, key)),
    onError: (error) => keyErrors.has(error.code),
  });
  const keyError = create.error && keyErrors.has(create.error.code) ? create.error.message : null;
  return (
    <ConfirmDialog open title={dialogTitle} action={t('shared.create')} busy={create.isPending} disabled={!title.trim() || !key} onClose={onClose} onConfirm={() => create.mutate({ input: { kind, key, body: body(title.trim(), key) } })}>
      <TextField autoFocus fullWidth margin="dense" label={t('shared.item.title')} value={title} onChange={(event) => setTitle(event.target.value)} />
      <TextField fullWidth margin="dense" label={t('shared.item.key')} helperText={keyError ?? t('shared.item.keyHint')} error={keyError !== null} value={key} onChange={(event) => setTypedKey(event.target.value)} />
      {children}
    </ConfirmDialog>
  );
};

const keyErrors = new Set(['KEY_TAKEN', 'INVALID_KEY']);

/** `失业保险金申领` → `shi-ye-bao-xian-jin-shen-ling`, within the 64 characters of a key. */
export function proposeKey(title: string): string {
  const words = pinyin(title, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  const key = words.join('-').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+/, '').slice(0, 64);
  return key.replace(/-+$/, '');
}
