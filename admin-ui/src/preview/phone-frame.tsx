import Box from '@mui/material/Box';
import { type FC, type ReactNode, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { HallClient } from '../providers/hall-client.js';
import { HallContext, type Hall } from './hall-context.js';
import type { Interpretation, Screen } from './hall.js';
import { AnswerScreen } from './screens/answer-screen.js';
import { CaseScreen } from './screens/case-screen.js';
import { CasesScreen } from './screens/cases-screen.js';
import { FormScreen } from './screens/form-screen.js';
import { HomeScreen } from './screens/home-screen.js';
import { NotificationsScreen } from './screens/notifications-screen.js';
import { ServiceScreen } from './screens/service-screen.js';
import { SubmittedScreen } from './screens/submitted-screen.js';
import { TabBar } from './tab-bar.js';

interface PhoneFrameProps {
  client: HallClient;
  channel: string;
  isLarge: boolean;
  /** As wide as its column, without the frame of a phone. */
  isWide: boolean;
  /** The assistant. It stays while one looks at another screen. */
  chat: ReactNode;
  onUnderstood: (text: string, answer: Interpretation) => void;
}

/** A phone of 390 × 790, less on a low screen, with the hall in it; at phone width the hall alone. */
export const PhoneFrame: FC<PhoneFrameProps> = ({ client, channel, isLarge, isWide, chat, onUnderstood }) => {
  const t = useTranslate();
  const [stack, setStack] = useState<Screen[]>([{ name: 'chat' }]);
  const screen = stack.at(-1)!;
  const hall = useMemo<Hall>(
    () => ({
      client,
      channel,
      onUnderstood,
      go: (next) => setStack((before) => (['chat', 'home', 'cases', 'notices'].includes(next.name) ? [next] : next.name === 'submitted' ? [{ name: 'home' }, next] : [...before, next])),
      back: () => setStack((before) => (before.length > 1 ? before.slice(0, -1) : [{ name: 'home' }])),
    }),
    // The callback only hands on to the state of the page.
    [client, channel],
  );
  return (
    <Box
      component="section"
      aria-label={t(isWide ? 'preview.desktop' : 'preview.phone')}
      sx={{
        width: '100%',
        maxWidth: isWide ? 'none' : { sm: 392 },
        mx: { xs: 0, sm: 'auto', md: 0 },
        height: { xs: '100%', sm: 'min(790px, calc(100vh - 160px))' },
        minHeight: { sm: 480 },
        border: { xs: 0, sm: isWide ? 1 : 7 },
        borderColor: isWide ? 'divider' : 'text.primary',
        borderRadius: { xs: 0, sm: isWide ? 2 : '36px' },
        overflow: 'hidden',
        bgcolor: 'background.default',
        display: 'flex',
        flexDirection: 'column',
        position: 'relative',
      }}
    >
      <HallContext.Provider value={hall}>
        <Box hidden={screen.name !== 'chat'} sx={{ flex: 1, minHeight: 0 }}>
          {chat}
        </Box>
        {screen.name !== 'chat' && (
          <Box key={JSON.stringify(screen)} sx={{ flex: 1, overflow: 'auto', minHeight: 0, zoom: isLarge ? 1.25 : 1 }}>
            <ScreenOf screen={screen} />
          </Box>
        )}
        <TabBar screen={screen} />
      </HallContext.Provider>
    </Box>
  );
};

const ScreenOf: FC<{ screen: Exclude<Screen, { name: 'chat' }> }> = ({ screen }) => {
  switch (screen.name) {
    case 'home':
      return <HomeScreen />;
    case 'answer':
      return <AnswerScreen text={screen.text} />;
    case 'service':
      return <ServiceScreen serviceKey={screen.key} />;
    case 'form':
      return <FormScreen serviceKey={screen.key} text={screen.text} />;
    case 'submitted':
      return <SubmittedScreen number={screen.number} />;
    case 'cases':
      return <CasesScreen />;
    case 'notices':
      return <NotificationsScreen />;
    case 'case':
      return <CaseScreen number={screen.number} />;
  }
};
