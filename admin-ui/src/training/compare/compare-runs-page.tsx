import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { PageLoading } from '../../app/page-loading.js';
import { useGraphql } from '../../providers/use-graphql.js';
import { BackLink } from '../../shared/back-link.js';
import { EmptyState } from '../../shared/empty-state.js';
import { ErrorPanel } from '../../shared/error-panel.js';
import { Page, Sheet } from '../../shared/page.js';
import { PageHead } from '../../shared/page-head.js';
import { CurvePanel } from '../job/curve-panel.js';
import { type TrainingJob, trainingRunsDocument } from '../training-job.js';
import { bestOf, useRunRows } from './run-rows.js';

/** Runs side by side: what differs in their settings, what came of them, their curves. */
const CompareRunsPage: FC = () => {
  const t = useTranslate();
  const [query] = useSearchParams();
  const ids = (query.get('ids') ?? '').split(',').filter(Boolean);
  const { data, error, isPending, refetch } = useGraphql<{ trainingJobs: { items: TrainingJob[] } }>(trainingRunsDocument, { ids });
  const rows = useRunRows();
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (isPending) return <PageLoading />;
  const jobs = data?.trainingJobs.items ?? [];
  const back = <BackLink to="/training" label={t('training.title')} />;
  if (jobs.length < 2)
    return (
      <Page>
        <PageHead back={back} title={t('training.compare.title')} />
        <EmptyState title={t('training.compare.few')} hint={t('training.compare.fewHint')} />
      </Page>
    );
  const best = bestOf(jobs);
  const models = jobs.flatMap(({ modelVersion }) => (modelVersion ? [modelVersion] : []));
  return (
    <Page width="full">
      <PageHead
        back={back}
        title={t('training.compare.title')}
        subtitle={best ? t('training.compare.finding', { n: best.n }) : t('training.compare.noResult')}
        actions={
          jobs.length === 2 &&
          models.length === 2 &&
          models[0]!.id !== models[1]!.id && (
            <Button variant="outlined" component={Link} to={`/models/compare?a=${models[0]!.id}&b=${models[1]!.id}`}>
              {t('training.compare.byIntent')}
            </Button>
          )
        }
      />
      <Sheet label={t('training.compare.title')}>
        <Box sx={{ overflow: 'auto' }} tabIndex={0} role="group" aria-label={t('training.compare.title')}>
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>{t('training.compare.what')}</TableCell>
                {jobs.map(({ id, n }) => (
                  <TableCell key={id} align="right">
                    <Box component={Link} to={`/training/${id}`} sx={{ color: 'primary.main' }}>
                      {t('training.jobTitle', { n })}
                    </Box>
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {rows.map(({ label, valueOf, number }) => {
                const values = jobs.map(valueOf);
                const isSame = new Set(values).size === 1;
                const numbers = number ? jobs.map(number) : [];
                const most = Math.max(...numbers.filter((value) => value !== null));
                return (
                  <TableRow key={label}>
                    <TableCell component="th" scope="row" sx={{ color: 'text.secondary' }}>
                      {label}
                    </TableCell>
                    {values.map((value, index) => {
                      const isBest = !isSame && number !== undefined && numbers[index] === most;
                      return (
                        <TableCell key={jobs[index]!.id} align="right" sx={{ fontWeight: isBest ? 600 : 400, color: isSame ? 'text.secondary' : 'text.primary' }}>
                          {value}
                          {isBest && ` · ${t('training.compare.best')}`}
                        </TableCell>
                      );
                    })}
                  </TableRow>
                );
              })}
            </TableBody>
          </Table>
        </Box>
      </Sheet>
      <Box sx={{ display: 'grid', gap: 4, mt: 4, gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'repeat(2, minmax(0,1fr))' } }}>
        {jobs.map(({ id, n, progress }) => (
          <CurvePanel key={id} title={t('training.compare.curveOf', { n })} points={progress} isBusy={false} />
        ))}
      </Box>
    </Page>
  );
};

export default CompareRunsPage;
