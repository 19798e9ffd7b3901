import Add from '@mui/icons-material/AddOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useGraphql, useGraphqlMutation } from '../providers/use-graphql.js';
import { useCan } from '../providers/use-me.js';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { EmptyState } from '../shared/empty-state.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { Sheet } from '../shared/page.js';
import { KeyText } from '../shared/small-texts.js';
import { StatusChip } from '../shared/status-chip.js';
import { type OrgUnit, type Post, postsDocument, removeOrgUnitDocument, removePostDocument } from './org.js';
import { OrgUnitDialog } from './org-unit-dialog.js';
import { PostDialog } from './post-dialog.js';

type Open = { what: 'unit' | 'removeUnit' | 'newPost' } | { what: 'post' | 'removePost'; post: Post } | null;

/** One department: its name and place, its posts and who holds them. */
export const OrgUnitPanel: FC<{ unit: OrgUnit }> = ({ unit }) => {
  const t = useTranslate();
  const canManage = useCan().can('access.manage');
  const [open, setOpen] = useState<Open>(null);
  const posts = useGraphql<{ posts: { items: Post[] } }>(postsDocument, { unit: unit.id });
  const close = () => setOpen(null);
  const removeUnit = useGraphqlMutation<unknown>(removeOrgUnitDocument, { success: 'org.removed', onSuccess: close });
  const removePost = useGraphqlMutation<unknown>(removePostDocument, { success: 'org.removed', onSuccess: close });
  return (
    <Sheet label={unit.title} sx={{ alignSelf: 'start' }}>
      <Box sx={{ p: 4, display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', borderBottom: 1, borderColor: 'divider' }}>
        <Typography variant="h2">{unit.title}</Typography>
        <KeyText value={unit.key} />
        <Box sx={{ flex: 1 }} />
        {canManage && (
          <>
            <Button variant="outlined" onClick={() => setOpen({ what: 'unit' })}>
              {t('shared.edit')}
            </Button>
            <Button variant="outlined" color="error" onClick={() => setOpen({ what: 'removeUnit' })}>
              {t('shared.delete')}
            </Button>
          </>
        )}
      </Box>
      <Box sx={{ px: 4, pt: 3, display: 'flex', alignItems: 'center' }}>
        <Typography variant="h3" sx={{ flex: 1 }}>
          {t('org.posts')}
        </Typography>
        {canManage && (
          <Button variant="text" startIcon={<Add />} onClick={() => setOpen({ what: 'newPost' })}>
            {t('org.createPost')}
          </Button>
        )}
      </Box>
      <Box sx={{ px: 4, pb: 4 }}>
        {posts.error && <ErrorPanel error={posts.error} onRetry={() => void posts.refetch()} />}
        {posts.isPending && !posts.error && <Skeleton variant="rounded" height={80} />}
        {posts.data?.posts.items.length === 0 && <EmptyState dense title={t('org.noPosts')} hint={t('org.noPostsHint')} />}
        {posts.data?.posts.items.map((post) => (
          <Box key={post.id} sx={{ display: 'flex', gap: 2, alignItems: 'center', py: 2, borderTop: 1, borderColor: 'divider' }}>
            <Box sx={{ width: 180, flexShrink: 0 }}>
              <Typography noWrap>{post.title}</Typography>
              <KeyText value={post.key} />
            </Box>
            <Box sx={{ flex: 1, display: 'flex', flexWrap: 'wrap', gap: 1 }}>
              {post.members.length === 0 && <StatusChip tone="notice" label={t('org.vacant')} />}
              {post.members.map(({ id, name }) => (
                <Chip key={id} size="small" variant="outlined" label={name} />
              ))}
            </Box>
            {canManage && (
              <>
                <Button variant="text" onClick={() => setOpen({ what: 'post', post })}>
                  {t('shared.edit')}
                </Button>
                <Button variant="text" color="error" onClick={() => setOpen({ what: 'removePost', post })}>
                  {t('shared.delete')}
                </Button>
              </>
            )}
          </Box>
        ))}
      </Box>
      {open?.what === 'unit' && <OrgUnitDialog unit={unit} onClose={close} />}
      {open?.what === 'newPost' && <PostDialog unit={unit} onClose={close} />}
      {open?.what === 'post' && <PostDialog unit={unit} post={open.post} onClose={close} />}
      <ConfirmDialog open={open?.what === 'removeUnit'} danger title={t('org.removeTitle', { title: unit.title })} action={t('shared.delete')} busy={removeUnit.isPending} onClose={close} onConfirm={() => removeUnit.mutate({ id: unit.id })}>
        <Typography>{t('org.removeHint')}</Typography>
      </ConfirmDialog>
      {open?.what === 'removePost' && (
        <ConfirmDialog open danger title={t('org.removeTitle', { title: open.post.title })} action={t('shared.delete')} busy={removePost.isPending} onClose={close} onConfirm={() => removePost.mutate({ id: open.post.id })}>
          <Typography>{t('org.removePostHint')}</Typography>
        </ConfirmDialog>
      )}
    </Sheet>
  );
};
