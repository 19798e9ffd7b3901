import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useTheme } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { ApiError } from '../providers/graphql.js';
import { openPreviewSession, type PreviewSession } from '../providers/hall-client.js';
import { ChannelSwitch, useChannelName } from '../release/channel-switch.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { Page } from '../shared/page.js';
import { PageHead, usePageTitle } from '../shared/page-head.js';
import { FrameLoading } from './frame-loading.js';
import { Preview } from './preview.js';

/** A preview session ends after two hours; one is opened anew before that. */
const sessionAge = 90 * 60_000;

/** 大厅预览. The hall as a visitor sees it, on a phone or a desktop, beside the form that is filled and how each turn was understood. It uses the hall API and nothing else. */
const PreviewPage: FC = () => {
  const t = useTranslate();
  const [channel, setChannel] = useChannelName();
  const [isLarge, setIsLarge] = useState(false);
  const [device, setDevice] = useState<'phone' | 'desktop'>('phone');
  const session = useQuery<PreviewSession, ApiError>({ queryKey: ['preview-session', channel], queryFn: () => openPreviewSession(channel), staleTime: sessionAge, refetchInterval: sessionAge, refetchOnWindowFocus: false, retry: false });
  const isPhone = useMediaQuery(useTheme().breakpoints.down('sm'), { noSsr: true });
  usePageTitle(t('preview.title'));
  const switches = (
    <>
      {!isPhone && (
        <ToggleButtonGroup size="small" exclusive value={device} aria-label={t('preview.device.label')} onChange={(_, next: 'phone' | 'desktop' | null) => next && setDevice(next)}>
          {(['phone', 'desktop'] as const).map((name) => (
            <ToggleButton key={name} value={name}>
              {t(`preview.device.${name}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      <ToggleButton size="small" value="large" selected={isLarge} onChange={() => setIsLarge(!isLarge)}>
        {t('preview.large')}
      </ToggleButton>
      <ChannelSwitch value={channel} onChange={setChannel} />
    </>
  );
  const body = session.error ? (
    <ErrorPanel error={session.error} onRetry={() => void session.refetch()} />
  ) : session.data ? (
    <Preview key={session.data.key} session={session.data} isLarge={isLarge} isWide={device === 'desktop' && !isPhone} isPhone={isPhone} />
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

export default PreviewPage;
