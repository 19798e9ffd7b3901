import type { BanshiAssistant, ChatState } from '@banshi/assistant';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useQuery } from '@tanstack/react-query';
import { type FC, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { RecordButton } from '../dialog-tests/record-button.js';
import type { ApiError } from '../providers/graphql.js';
import { HallClient, type Exchange, type PreviewSession } from '../providers/hall-client.js';
import { useHallName } from '../providers/use-hall-name.js';
import { useCan } from '../providers/use-me.js';
import { EmptyState } from '../shared/empty-state.js';
import { AssistantElement } from '../shared/assistant/assistant-element.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { Sheet } from '../shared/page.js';
import { FormSide } from './assistant/form-side.js';
import { titlesOf, useChatForm } from './assistant/use-chat-form.js';
import { FrameLoading } from './frame-loading.js';
import type { Interpretation } from './hall.js';
import { PhoneFrame } from './phone-frame.js';
import { ExchangeList } from './understanding/exchange-list.js';
import { TurnPanel, type Turn } from './understanding/turn-panel.js';
import { UnderstandingPanel } from './understanding/understanding-panel.js';

const keptExchanges = 30;
const sides = ['form', 'understood', 'wire'] as const;
type Side = (typeof sides)[number] | 'hall';

interface PreviewProps {
  session: PreviewSession;
  isLarge: boolean;
  isWide: boolean;
  /** The looker's own screen is a phone: one column, and the hall is a tab like the others. */
  isPhone: boolean;
}

/** The hall of one channel and what goes on behind it. */
export const Preview: FC<PreviewProps> = ({ session, isLarge, isWide, isPhone }) => {
  const t = useTranslate();
  const hallName = useHallName();
  const { can } = useCan();
  const [side, setSide] = useState<Side>(isPhone ? 'hall' : 'form');
  const [exchanges, setExchanges] = useState<Exchange[]>([]);
  const [understood, setUnderstood] = useState<{ text: string; answer: Interpretation } | null>(null);
  const [turn, setTurn] = useState<Turn | null>(null);
  const [state, setState] = useState<ChatState | null>(null);
  const [assistant, setAssistant] = useState<BanshiAssistant | null>(null);
  const client = useMemo(() => new HallClient(session, (exchange) => setExchanges((before) => [exchange, ...before].slice(0, keptExchanges))), [session]);
  const bundle = useQuery<{ bundle: string; n: number; services: number }, ApiError>({ queryKey: ['hall', session.channel, '/bundle'], queryFn: () => client.get('/bundle'), gcTime: 0, retry: false });

  const form = useChatForm(client, session.channel, state?.service ?? null);

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
  if (!bundle.data) return <FrameLoading />;

  const shown = isPhone || side !== 'hall' ? side : 'form';
  const chat = (
    <AssistantElement
      fetcher={client.fetch}
      name={session.channel}
      heading={hallName}
      isLarge={isLarge}
      onReady={setAssistant}
      onState={setState}
      onTurn={(next) => {
        setTurn(next);
        setUnderstood(null);
      }}
    />
  );
  return (
    <Box sx={{ display: 'grid', height: { xs: '100%', sm: 'auto' }, gap: { xs: 0, sm: 6 }, alignItems: { xs: 'stretch', sm: 'start' }, gridTemplateRows: { xs: 'auto minmax(0, 1fr)', sm: 'auto' }, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: isWide ? 'minmax(0, 3fr) minmax(0, 2fr)' : '392px minmax(0, 1fr)' } }}>
      {isPhone && <SideTabs names={['hall', ...sides]} value={shown} onChange={setSide} />}
      <Box sx={{ display: isPhone && shown !== 'hall' ? 'none' : 'block', minHeight: 0, position: { md: 'sticky' }, top: 0 }}>
        <PhoneFrame client={client} channel={session.channel} isLarge={isLarge} isWide={isWide} chat={chat} onUnderstood={(text, answer) => setUnderstood({ text, answer })} />
      </Box>
      <Box sx={{ display: isPhone && shown === 'hall' ? 'none' : 'block', minWidth: 0, overflow: { xs: 'auto', sm: 'visible' }, p: { xs: 3, sm: 0 } }}>
        {!isPhone && <SideTabs names={sides} value={shown} onChange={setSide} />}
        <Box hidden={shown !== 'form'}>
          <FormSide client={client} channel={session.channel} assistant={assistant} state={state} />
        </Box>
        {shown === 'understood' && (understood ? <UnderstandingPanel understood={understood} bundle={bundle.data} /> : <TurnPanel turn={turn} titles={titlesOf(form.data)} action={assistant?.session && <RecordButton session={assistant.session} />} />)}
        {shown === 'wire' && <ExchangeList exchanges={exchanges} />}
      </Box>
    </Box>
  );
};

const SideTabs: FC<{ names: readonly Side[]; value: Side; onChange: (side: Side) => void }> = ({ names, value, onChange }) => {
  const t = useTranslate();
  return (
    <Tabs value={value} onChange={(_, next: Side) => onChange(next)} aria-label={t('preview.side.label')} variant="scrollable" scrollButtons={false} sx={{ mb: { xs: 0, sm: 3 }, borderBottom: 1, borderColor: 'divider' }}>
      {names.map((name) => (
        <Tab key={name} value={name} label={t(`preview.side.${name}`)} />
      ))}
    </Tabs>
  );
};
