import TextField from '@mui/material/TextField';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useGraphqlMutation } from '../providers/use-graphql.js';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { createOrgUnitDocument, type OrgUnit, updateOrgUnitDocument } from './org.js';
import { OrgUnitField } from './org-unit-field.js';

/** A new department below `parent`, or the change of an existing one. */
export const OrgUnitDialog: FC<{ unit?: OrgUnit; parent?: OrgUnit | null; onClose: () => void }> = ({ unit, parent, onClose }) => {
  const t = useTranslate();
  const [key, setKey] = useState(unit?.key ?? '');
  const [title, setTitle] = useState(unit?.title ?? '');
  const [parentId, setParentId] = useState(unit ? unit.parentId : (parent?.id ?? null));
  const save = useGraphqlMutation<unknown>(unit ? updateOrgUnitDocument : createOrgUnitDocument, { success: 'org.saved', onSuccess: onClose, onError: (error) => Object.keys(error.body.errors).length > 0 });
  const errors = save.error?.body.errors ?? {};
  const submit = () => save.mutate(unit ? { id: unit.id, input: { title: title.trim(), parentId } } : { input: { key: key.trim(), title: title.trim(), parentId } });
  return (
    <ConfirmDialog open title={t(unit ? 'org.edit' : 'org.create')} action={t('shared.save.action')} busy={save.isPending} disabled={!title.trim() || !key.trim()} onClose={onClose} onConfirm={submit}>
      <TextField autoFocus fullWidth margin="dense" label={t('org.name')} value={title} error={Boolean(errors['title'])} helperText={errors['title']} onChange={(event) => setTitle(event.target.value)} />
      {!unit && <TextField fullWidth margin="dense" label={t('shared.item.key')} value={key} error={Boolean(errors['key'])} helperText={errors['key'] ?? t('shared.item.keyHint')} onChange={(event) => setKey(event.target.value)} />}
      <OrgUnitField label={t('org.parent')} value={parentId} onChange={setParentId} none={t('org.top')} />
      {errors['parentId']}
    </ConfirmDialog>
  );
};
