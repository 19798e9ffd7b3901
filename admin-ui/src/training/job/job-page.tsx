import PlayArrow from '@mui/icons-material/PlayArrowOutlined';
import Replay from '@mui/icons-material/ReplayOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { PageLoading } from '../../app/page-loading.js';
import { useGraphqlMutation } from '../../providers/use-graphql.js';
import { useCan } from '../../providers/use-me.js';
import { BackLink } from '../../shared/back-link.js';
import { EmptyState } from '../../shared/empty-state.js';
import { ErrorPanel } from '../../shared/error-panel.js';
import { formatShare } from '../../shared/format.js';
import { OperationProgress } from '../../shared/operation-progress.js';
import { Page } from '../../shared/page.js';
import { PageHead } from '../../shared/page-head.js';
import { RelativeTime } from '../../shared/relative-time.js';
import { durationText } from '../duration-text.js';
import { StartDialog } from '../start/start-dialog.js';
import { cancelTrainingDocument, resumeTrainingDocument } from '../training-job.js';
import { CurvePanel } from './curve-panel.js';
import { JobFacts } from './job-facts.js';
import { LogPanel } from './log-panel.js';
import { ResultCard } from './result-card.js';
import { VariantTable } from './variant-table.js';
import { useSetOfSnapshot } from './use-set-of-snapshot.js';
import { useTrainingJob } from './use-training-job.js';
import { PersonName } from '../../shared/small-texts.js';

/** One training: how far it is, its curves, what came of it, its log. */
const JobPage: FC = () => {
  const t = useTranslate();
  const { id = '' } = useParams();
  const canRun = useCan().can('training.run');
  const { job, points, isBusy, error, isPending, refetch } = useTrainingJob(id);
  const trainingSet = useSetOfSnapshot(job?.snapshot.id);
  const cancel = useGraphqlMutation<unknown>(cancelTrainingDocument, { success: 'training.cancelling' });
  const resume = useGraphqlMutation<unknown>(resumeTrainingDocument, { success: 'training.resuming' });
  const [isAgain, setIsAgain] = useState(false);
  if (error && !job) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (isPending) return <PageLoading />;
  if (!job)
    return (
      <EmptyState
        isPage
        title={t('training.gone')}
        hint={t('training.goneHint')}
        action={
          <Button variant="outlined" component={Link} to="/training">
            {t('training.title')}
          </Button>
        }
      />
    );
  const { operation, modelVersion } = job;
  const again = canRun && !isBusy && (
    <Button variant="outlined" startIcon={<Replay fontSize="small" />} onClick={() => setIsAgain(true)}>
      {t('training.again')}
    </Button>
  );
  return (
    <Page width="full">
      <PageHead
        back={<BackLink to="/training" label={t('training.title')} />}
        title={t('training.jobTitle', { n: job.n })}
        subtitle={
          <>
            <PersonName person={job.byName} /> · <RelativeTime at={job.createdAt} />
            {job.trainMs !== null && ` · ${t('training.tookTime', { time: durationText(job.trainMs, t) })}`}
            {isBusy && job.secondsLeft !== null && ` · ${t('training.left', { time: durationText(job.secondsLeft * 1_000, t) })}`}
          </>
        }
        actions={
          <>
            <Box sx={{ width: 260 }}>
              <OperationProgress operation={operation} onFinished={() => void refetch()} />
            </Box>
            {canRun && isBusy && (
              <Button variant="outlined" disabled={cancel.isPending} onClick={() => cancel.mutate({ id })}>
                {t('shared.cancel')}
              </Button>
            )}
            {canRun && (operation.state === 'CANCELLED' || operation.state === 'FAILED') && (
              <Button variant="outlined" startIcon={<PlayArrow fontSize="small" />} disabled={resume.isPending} onClick={() => resume.mutate({ id })}>
                {t('training.resume')}
              </Button>
            )}
            {job.groupId && (
              <Button variant="text" component={Link} to={`/training?filter=${encodeURIComponent(JSON.stringify({ group: job.groupId }))}`}>
                {t('training.search.group')}
              </Button>
            )}
            {again}
          </>
        }
      />
      <Box sx={{ display: 'grid', gap: 4 }}>
        {operation.error && (
          <Alert
            severity="error"
            action={
              <Button variant="outlined" component={Link} to="/utterances/health">
                {t('training.toHealth')}
              </Button>
            }
          >
            {operation.error.message}
            <Typography component="span" variant="caption" color="text.secondary" sx={{ ml: 2 }}>
              {operation.error.code}
            </Typography>
          </Alert>
        )}
        {operation.state === 'CANCELLED' && !job.earlyStop && <Alert severity="info">{t('training.cancelled')}</Alert>}
        {job.earlyStop && <Alert severity="info">{t('training.search.stopped', { epoch: job.earlyStop.epoch, best: formatShare(job.earlyStop.best), median: formatShare(job.earlyStop.median) })}</Alert>}
        {job.warnings.map(({ code, message }) => (
          <Alert key={`${code} ${message}`} severity="warning">
            {t(`training.warning.${code}`, { _: message })}
          </Alert>
        ))}
        {modelVersion && <ResultCard version={modelVersion} />}
        {job.results.length > 1 && <VariantTable results={job.results} />}
        <CurvePanel points={points} isBusy={isBusy} />
        <JobFacts job={job} trainingSet={trainingSet} />
        <LogPanel id={id} isBusy={isBusy} />
      </Box>
      {isAgain && <StartDialog settings={{ ...job, trainingSet: trainingSet?.id, baseModel: job.baseModel?.id ?? null }} onClose={() => setIsAgain(false)} />}
    </Page>
  );
};

export default JobPage;
