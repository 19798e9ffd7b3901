import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { type FC, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { PageLoading } from '../app/page-loading.js';
import { useGraphql } from '../providers/use-graphql.js';
import { EmptyState } from '../shared/empty-state.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { formatShare } from '../shared/format.js';
import { Page, Sheet } from '../shared/page.js';
import { PageHead } from '../shared/page-head.js';
import { StatNumber } from '../shared/stat-number.js';
import { DayChart } from './day-chart.js';
import { DropOutTable } from './drop-out-table.js';
import { shareWithoutClerk, statisticsDocument, type DialogStatistics } from './stats.js';

const spans = [7, 30, 90] as const;
const dayMs = 86_400_000;

/** 助手统计. How far the assistant helps without a clerk, how much it fills in by itself, and where people stop. */
const StatsPage: FC = () => {
  const t = useTranslate();
  const [days, setDays] = useState<number>(30);
  const range = useMemo(() => {
    const to = new Date();
    return { from: new Date(to.getTime() - days * dayMs).toISOString(), to: to.toISOString() };
  }, [days]);
  const query = useGraphql<{ dialogStatistics: DialogStatistics }>(statisticsDocument, range);
  const switches = (
    <ToggleButtonGroup size="small" exclusive value={days} aria-label={t('assistantStats.span')} onChange={(_, next: number | null) => next && setDays(next)}>
      {spans.map((span) => (
        <ToggleButton key={span} value={span}>
          {t('assistantStats.days', { smart_count: span })}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
  const found = query.data?.dialogStatistics;
  return (
    <Page>
      <PageHead title={t('assistantStats.title')} subtitle={t('assistantStats.subtitle')} actions={switches} />
      {query.error ? <ErrorPanel error={query.error} onRetry={() => void query.refetch()} /> : !found ? <PageLoading /> : found.sessions === 0 ? <Sheet><EmptyState title={t('assistantStats.empty')} hint={t('assistantStats.emptyHint')} /></Sheet> : <Numbers found={found} />}
    </Page>
  );
};

const Numbers: FC<{ found: DialogStatistics }> = ({ found }) => {
  const t = useTranslate();
  const share = shareWithoutClerk(found);
  return (
    <>
      <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: { xs: 'repeat(2, 1fr)', md: 'repeat(4, 1fr)' }, mb: 4 }}>
        <StatNumber value={share === null ? null : formatShare(share)} label={t('assistantStats.withoutClerk')} hint={t('assistantStats.ofSessions', { n: found.withoutClerk, all: found.sessions })} />
        <StatNumber value={found.prefilledShare === null ? null : formatShare(found.prefilledShare)} label={t('assistantStats.prefilled')} hint={t('assistantStats.prefilledHint')} />
        <StatNumber value={found.turnsPerCase === null ? null : found.turnsPerCase.toFixed(1)} label={t('assistantStats.turns')} hint={t('assistantStats.ofCases', { smart_count: found.cases })} />
        <StatNumber value={found.handedOver} label={t('assistantStats.handedOver')} to="/desk?scope=ALL" />
      </Box>
      <Sheet sx={{ p: 4, mb: 4 }}>
        <DayChart days={found.days} />
      </Sheet>
      <Sheet sx={{ p: 4 }}>
        <DropOutTable fields={found.dropOut} />
      </Sheet>
    </>
  );
};

export default StatsPage;
