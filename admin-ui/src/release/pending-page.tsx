import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { type FC, useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { useGraphqlMutation } from '../providers/use-graphql.js';
import { useCan } from '../providers/use-me.js';
import { EmptyState } from '../shared/empty-state.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { Page, Sheet } from '../shared/page.js';
import { PageHead } from '../shared/page-head.js';
import { ChangeList } from './change-list.js';
import { ChannelSwitch, useChannelName } from './channel-switch.js';
import { ChooseBar } from './choose-bar.js';
import { FindingsPanel } from './findings-panel.js';
import { PublishDialog } from './publish-dialog.js';
import { PublishOutcome } from './publish-outcome.js';
import { publishDocument, requestReleaseDocument, type ChannelName, type PlannedItem, type PublishResult } from './release.js';
import { ReleaseNote } from './release-note.js';
import { RequestsPanel } from './requests-panel.js';
import { excludeAllBut, obstacleOf } from './selection.js';
import { useReleasePlan } from './use-release-plan.js';

/** 待发布. What would change on a channel, what the rules say of it, and the button. */
const PendingPage: FC = () => {
  const t = useTranslate();
  const [channel, setChannel] = useChannelName();
  return (
    <Page width="full">
      <PageHead
        title={t('release.title')}
        subtitle={t(`release.subtitle.${channel}`)}
        actions={
          <>
            <ChannelSwitch value={channel} onChange={setChannel} />
            <Button component={Link} to={channel === 'hall' ? '/release/history' : `/release/history?channel=${channel}`} variant="outlined">
              {t('release.history.title')}
            </Button>
          </>
        }
      />
      <Pending key={channel} channel={channel} />
    </Page>
  );
};

const Pending: FC<{ channel: ChannelName }> = ({ channel }) => {
  const t = useTranslate();
  const { can } = useCan();
  const [excluded, setExcluded] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useState('');
  const [reason, setReason] = useState('');
  const [isConfirming, setIsConfirming] = useState(false);
  const [result, setResult] = useState<PublishResult | null>(null);
  const { plan, selected, check, isChecking, error, refetch } = useReleasePlan(channel, excluded);
  useAskedItems(plan?.items, setExcluded);

  const asks = (check?.needsSecondPerson ?? false) || !can('release.publish');
  const settle = (outcome: PublishResult) => {
    setIsConfirming(false);
    setResult(outcome);
    if (outcome.__typename === 'Published' || outcome.__typename === 'SecondPersonNeeded') {
      setNote('');
      setReason('');
    }
  };
  const onError = () => {
    setIsConfirming(false);
    return false;
  };
  const publish = useGraphqlMutation<{ publish: PublishResult }>(publishDocument, { onSuccess: (data) => settle(data.publish), onError });
  const request = useGraphqlMutation<{ requestRelease: { id: string } }>(requestReleaseDocument, { onSuccess: (data) => settle({ __typename: 'SecondPersonNeeded', request: data.requestRelease }), onError });

  if (error && !plan) return <ErrorPanel error={error} onRetry={refetch} />;
  if (!plan) return <Skeleton variant="rounded" height={360} />;
  const isGuarded = channel === 'hall';
  const warnings = check?.warnings ?? 0;
  const blocking = check?.blocking ?? 0;
  const label = asks ? t('release.ask', { smart_count: selected.length }) : t('release.publish', { smart_count: selected.length });
  const send = () => {
    const input = { channel, baseRev: plan.baseRev, note: note.trim(), reason: reason.trim() || null, items: selected.map(({ kind, key, sha256 }) => ({ kind, key, sha256 })) };
    if (asks) request.mutate({ input });
    else publish.mutate({ input });
  };
  return (
    <>
      {result && (
        <PublishOutcome
          result={result}
          onClose={() => setResult(null)}
          onRefresh={() => {
            setResult(null);
            refetch();
          }}
        />
      )}
      <RequestsPanel channel={channel} onResult={setResult} />
      {plan.items.length === 0 ? (
        <Sheet>
          <EmptyState title={t('release.empty')} hint={t('release.emptyHint')} action={<Button component={Link} to={can('config.read') ? '/services' : '/'} variant="outlined">{t('release.toServices')}</Button>} />
        </Sheet>
      ) : (
        <Box sx={{ display: 'grid', gap: 4, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 400px' } }}>
          <Sheet label={t('release.changes')}>
            <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap' }}>
              <Typography variant="h2" sx={{ px: 4, pt: 1 }}>
                {t('release.changes')}
              </Typography>
              <ChooseBar items={plan.items} onExclude={setExcluded} />
            </Box>
            <ChangeList items={plan.items} excluded={excluded} findings={check?.findings ?? []} onExclude={setExcluded} />
          </Sheet>
          <Sheet label={t('release.findings')} sx={{ position: { lg: 'sticky' }, top: { lg: 16 }, maxHeight: { lg: 'calc(100vh - 92px)' }, display: 'flex', flexDirection: 'column' }}>
            <FindingsPanel findings={check?.findings} isChecking={isChecking} count={selected.length} />
            {can('release.request') && (
              <ReleaseNote
                note={note}
                reason={reason}
                onNote={setNote}
                onReason={setReason}
                warnings={isGuarded ? warnings : 0}
                obstacle={obstacleOf({ count: selected.length, isChecking, blocking, warnings, note, reason, isGuarded })}
                label={label}
                onPress={() => setIsConfirming(true)}
              />
            )}
          </Sheet>
        </Box>
      )}
      {isConfirming && <PublishDialog channel={channel} items={selected} warnings={warnings} asks={asks} action={label} busy={publish.isPending || request.isPending} onConfirm={send} onClose={() => setIsConfirming(false)} />}
    </>
  );
};

/** Chooses, once, what the address names (`?items=kind:key,…`): whoever comes from one item does not publish everybody's. */
function useAskedItems(items: readonly PlannedItem[] | undefined, onExclude: (next: ReadonlySet<string>) => void): void {
  const asked = useSearchParams()[0].get('items');
  const isDone = useRef(false);
  useEffect(() => {
    if (!items || !asked || isDone.current) return;
    const names = new Set(asked.split(','));
    const isAsked = ({ kind, key }: PlannedItem) => names.has(`${kind}:${key}`);
    // A plan that was kept from an earlier visit may not have it yet.
    if (!items.some(isAsked)) return;
    isDone.current = true;
    onExclude(excludeAllBut(items, isAsked));
  }, [items, asked, onExclude]);
}

export default PendingPage;
