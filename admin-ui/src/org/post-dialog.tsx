import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useGraphql, useGraphqlMutation } from '../providers/use-graphql.js';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { usersResource } from '../users/user.js';
import { createPostDocument, type OrgUnit, type Post, updatePostDocument } from './org.js';

interface Person {
  id: string;
  name: string;
}

/** A post of a department and the people who hold it. */
export const PostDialog: FC<{ unit: OrgUnit; post?: Post; onClose: () => void }> = ({ unit, post, onClose }) => {
  const t = useTranslate();
  const [key, setKey] = useState(post?.key ?? '');
  const [title, setTitle] = useState(post?.title ?? '');
  const [members, setMembers] = useState<Person[]>(post?.members ?? []);
  const [q, setQ] = useState('');
  const people = useGraphql<{ users: { items: Person[] } }>(usersResource.list, { skip: 0, take: 50, filter: { q, isDisabled: false } });
  const finish = useGraphqlMutation<unknown>(updatePostDocument, { success: 'org.saved', onSuccess: onClose });
  const create = useGraphqlMutation<{ createPost: { id: string } }>(createPostDocument, {
    onSuccess: ({ createPost }) => finish.mutate({ id: createPost.id, input: { memberIds: members.map(({ id }) => id) } }),
    onError: (error) => Object.keys(error.body.errors).length > 0,
  });
  const errors = create.error?.body.errors ?? {};
  const submit = () =>
    post
      ? finish.mutate({ id: post.id, input: { title: title.trim(), memberIds: members.map(({ id }) => id) } })
      : create.mutate({ input: { key: key.trim(), title: title.trim(), orgUnitId: unit.id } });
  return (
    <ConfirmDialog open title={t(post ? 'org.editPost' : 'org.createPost')} action={t('shared.save.action')} busy={create.isPending || finish.isPending} disabled={!title.trim() || !key.trim()} onClose={onClose} onConfirm={submit}>
      <TextField autoFocus fullWidth margin="dense" label={t('org.postName')} value={title} onChange={(event) => setTitle(event.target.value)} />
      {!post && <TextField fullWidth margin="dense" label={t('shared.item.key')} value={key} error={Boolean(errors['key'])} helperText={errors['key'] ?? t('shared.item.keyHint')} onChange={(event) => setKey(event.target.value)} />}
      <Autocomplete
        multiple
        filterOptions={(options) => options}
        options={people.data?.users.items ?? []}
        loading={people.isPending}
        value={members}
        inputValue={q}
        onInputChange={(_, text) => setQ(text)}
        onChange={(_, chosen) => setMembers(chosen)}
        getOptionLabel={({ name }) => name}
        getOptionKey={({ id }) => id}
        isOptionEqualToValue={(a, b) => a.id === b.id}
        renderInput={(params) => <TextField {...params} margin="dense" label={t('org.members')} helperText={t('org.membersHint')} />}
      />
    </ConfirmDialog>
  );
};
