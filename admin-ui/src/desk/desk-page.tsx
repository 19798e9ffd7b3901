import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { type FC, useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useGraphql, useGraphqlMutation, useSubscription } from '../providers/use-graphql.js';
import { EmptyState } from '../shared/empty-state.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { Page, Sheet } from '../shared/page.js';
import { PageHead } from '../shared/page-head.js';
import { PageLoading } from '../app/page-loading.js';
import { useRowKeys } from '../cases/use-row-keys.js';
import { ConversationPanel } from './conversation-panel.js';
import { claimConversationDocument, deskChangedDocument, deskDocument, type DeskRow, type DeskScope } from './desk.js';
import { DeskList } from './desk-list.js';

const scopes: readonly DeskScope[] = ['WAITING', 'MINE', 'ALL'];
const pageSize = 50;
/** A message that a lost connection swallowed is seen this late at most. */
const refreshMs = 20_000;

/** 坐席. Who waits for a person, longest first; beside it the conversation with all that is known. Live. */
const DeskPage: FC = () => {
  const t = useTranslate();
  const [query, setQuery] = useSearchParams();
  const scope = scopes.find((one) => one === query.get('scope')) ?? 'WAITING';
  const open = query.get('conversation');
  const list = useGraphql<{ deskConversations: { items: DeskRow[]; totalItems: number } }>(deskDocument, { scope, skip: 0, take: pageSize }, { refetchInterval: refreshMs });
  useSubscription(deskChangedDocument, {}, () => void list.refetch());
  const go = (change: Record<string, string | null>) =>
    setQuery(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(change)) if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const claim = useGraphqlMutation<{ claimConversation: { id: string } }>(claimConversationDocument, { onSuccess: ({ claimConversation }) => go({ scope: 'MINE', conversation: claimConversation.id }) });
  const rows = list.data?.deskConversations.items ?? [];
  const current = useRowKeys({ rows, onOpen: ({ id }) => go({ conversation: id }), onClaim: ({ id, mode }) => mode === 'WAITING' && claim.mutate({ id }) });
  useEffect(() => {
    // The browser's tab says it when somebody waits, as a clerk looks at other things meanwhile.
    const before = document.title;
    const waiting = scope === 'WAITING' ? rows.length : 0;
    if (waiting > 0) document.title = t('desk.tabTitle', { smart_count: waiting });
    return () => void (document.title = before);
  }, [rows.length, scope, t]);

  return (
    <Page width="full">
      <PageHead title={t('desk.title')} subtitle={t('desk.subtitle')} />
      <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '340px minmax(0, 1fr)' }, alignItems: 'start' }}>
        <Sheet label={t('desk.list')} sx={{ display: { xs: open ? 'none' : 'block', md: 'block' } }}>
          <Tabs value={scope} onChange={(_, next: DeskScope) => go({ scope: next, conversation: null })} aria-label={t('desk.list')} variant="fullWidth" sx={{ borderBottom: 1, borderColor: 'divider' }}>
            {scopes.map((name) => (
              <Tab key={name} value={name} label={t(`desk.scope.${name}`)} />
            ))}
          </Tabs>
          {list.error ? <ErrorPanel error={list.error} onRetry={() => void list.refetch()} /> : !list.data ? <PageLoading /> : <DeskList rows={rows} current={current ?? open} onOpen={(id) => go({ conversation: id })} onClaim={(id) => claim.mutate({ id })} isBusy={claim.isPending} />}
        </Sheet>
        <Box sx={{ display: { xs: open ? 'block' : 'none', md: 'block' } }}>
          {open ? (
            <ConversationPanel key={open} id={open} onClaim={() => claim.mutate({ id: open })} onClose={() => go({ conversation: null })} />
          ) : (
            <Sheet>
              <EmptyState title={t('desk.none')} hint={t('desk.noneHint')} />
            </Sheet>
          )}
        </Box>
      </Box>
    </Page>
  );
};

export default DeskPage;
