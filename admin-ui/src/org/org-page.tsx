import Add from '@mui/icons-material/AddOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import List from '@mui/material/List';
import ListItemButton from '@mui/material/ListItemButton';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { PageLoading } from '../app/page-loading.js';
import { useCan } from '../providers/use-me.js';
import { EmptyState } from '../shared/empty-state.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { Page, Sheet } from '../shared/page.js';
import { PageHead } from '../shared/page-head.js';
import { KeyText } from '../shared/small-texts.js';
import { type OrgUnit, useOrgTree } from './org.js';
import { OrgUnitDialog } from './org-unit-dialog.js';
import { OrgUnitPanel } from './org-unit-panel.js';

/** Departments as a tree; beside it the chosen one with its posts and who holds them. */
const OrgPage: FC = () => {
  const t = useTranslate();
  const canManage = useCan().can('access.manage');
  const { tree, isPending, error, refetch } = useOrgTree();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [parent, setParent] = useState<OrgUnit | null | undefined>(undefined);
  const chosen = tree.find(({ id }) => id === chosenId) ?? tree[0];
  const create = canManage && (
    <Button variant="contained" startIcon={<Add />} onClick={() => setParent(chosen ?? null)}>
      {t('org.create')}
    </Button>
  );
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (isPending) return <PageLoading />;
  return (
    <Page>
      <PageHead title={t('org.title')} subtitle={t('org.subtitle')} actions={create} />
      {tree.length === 0 ? (
        <Sheet>
          <EmptyState title={t('org.empty')} hint={t('org.emptyHint')} action={create} />
        </Sheet>
      ) : (
        <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '340px minmax(0, 1fr)' } }}>
          <Sheet label={t('org.title')} sx={{ alignSelf: 'start' }}>
            <List dense component="div" sx={{ p: 1 }}>
              {tree.map((unit) => (
                <ListItemButton key={unit.id} selected={unit.id === chosen?.id} onClick={() => setChosenId(unit.id)} sx={{ borderRadius: 1, pl: 2 + unit.depth * 5, gap: 2, minHeight: 38 }}>
                  <Typography noWrap sx={{ flex: 1, fontWeight: unit.depth === 0 ? 600 : 400 }}>
                    {unit.title}
                  </Typography>
                  <KeyText value={unit.key} />
                </ListItemButton>
              ))}
            </List>
          </Sheet>
          {chosen && <OrgUnitPanel key={chosen.id} unit={chosen} />}
        </Box>
      )}
      {parent !== undefined && <OrgUnitDialog parent={parent} onClose={() => setParent(undefined)} />}
    </Page>
  );
};

export default OrgPage;
