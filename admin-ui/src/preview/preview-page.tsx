import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useTheme } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { type FC, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { ApiError } from '../providers/graphql.js';
import { HallClient, openPreviewSession, type Exchange, type PreviewSession } from '../providers/hall-client.js';
import { useCan } from '../providers/use-me.js';
import { ChannelSwitch, useChannelName } from '../release/channel-switch.js';
import { EmptyState } from '../shared/empty-state.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { Page, Sheet } from '../shared/page.js';
import { PageHead, usePageTitle } from '../shared/page-head.js';
import { FrameLoading } from './frame-loading.js';
import type { Interpretation } from './hall.js';
import { PhoneFrame } from './phone-frame.js';
import { UnderstandingPanel } from './understanding/understanding-panel.js';

/** A preview session ends after two hours; one is opened anew before that. */
const sessionAge = 90 * 60_000;
const keptExchanges = 30;

/** 大厅预览. The hall as a visitor sees it on a phone, beside how it understood him; on a phone the hall alone, as wide as that. It uses the hall API and nothing else. */
const PreviewPage: FC = () => {
  const t = useTranslate();
  const [channel, setChannel] = useChannelName();
  const [isLarge, setIsLarge] = useState(false);
  const session = useQuery<PreviewSession, ApiError>({ queryKey: ['preview-session', channel], queryFn: () => openPreviewSession(channel), staleTime: sessionAge, refetchInterval: sessionAge, refetchOnWindowFocus: false, retry: false });
  const isPhone = useMediaQuery(useTheme().breakpoints.down('sm'), { noSsr: true });
  usePageTitle(t('preview.title'));
  const switches = (
    <>
      <ToggleButton size="small" value="large" selected={isLarge} onChange={() => setIsLarge(!isLarge)}>
        {t('preview.large')}
      </ToggleButton>
      <ChannelSwitch value={channel} onChange={setChannel} />
    </>
  );
  const body = session.error ? (
    <ErrorPanel error={session.error} onRetry={() => void session.refetch()} />
  ) : session.data ? (
    <Preview key={session.data.key} session={session.data} isLarge={isLarge} />
  ) : (
    <FrameLoading />
  );
  if (isPhone) {
    return (
      <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
        <Box component="header" sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 3, py: 1, borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper' }}>
          <Typography component="h1" noWrap sx={{ flex: 1, fontSize: 14, fontWeight: 600 }}>
            {t('preview.title')}
          </Typography>
          {switches}
        </Box>
        <Box sx={{ flex: 1, minHeight: 0, '& > *': { height: '100%' } }}>{body}</Box>
      </Box>
    );
  }
  return (
    <Page width="full">
      <PageHead title={t('preview.title')} subtitle={t('preview.subtitle')} actions={switches} />
      {body}
    </Page>
  );
};

const Preview: FC<{ session: PreviewSession; isLarge: boolean }> = ({ session, isLarge }) => {
  const t = useTranslate();
  const { can } = useCan();
  const [exchanges, setExchanges] = useState<Exchange[]>([]);
  const [understood, setUnderstood] = useState<{ text: string; answer: Interpretation } | null>(null);
  const client = useMemo(() => new HallClient(session, (exchange) => setExchanges((before) => [exchange, ...before].slice(0, keptExchanges))), [session]);
  const bundle = useQuery<{ bundle: string; n: number; services: number }, ApiError>({ queryKey: ['hall', session.channel, '/bundle'], queryFn: () => client.get('/bundle'), gcTime: 0, retry: false });

  if (bundle.error?.code === 'NOTHING_PUBLISHED') {
    const action = can('release.read') && (
      <Button component={Link} to={session.channel === 'hall' ? '/release' : `/release?channel=${session.channel}`} variant="contained">
        {t('preview.toRelease')}
      </Button>
    );
    return (
      <Sheet>
        <EmptyState title={t('preview.nothing')} hint={t('preview.nothingHint')} action={action} />
      </Sheet>
    );
  }
  if (bundle.error) return <ErrorPanel error={bundle.error} onRetry={() => void bundle.refetch()} />;
  return (
    <Box sx={{ display: 'grid', gap: 6, alignItems: { xs: 'stretch', sm: 'start' }, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '392px minmax(0, 1fr)' } }}>
      {bundle.data ? <PhoneFrame client={client} channel={session.channel} isLarge={isLarge} onUnderstood={(text, answer) => setUnderstood({ text, answer })} /> : <FrameLoading />}
      <Box sx={{ display: { xs: 'none', sm: 'block' }, minWidth: 0 }}>
        <UnderstandingPanel understood={understood} bundle={bundle.data ?? null} exchanges={exchanges} />
      </Box>
    </Box>
  );
};

export default PreviewPage;
