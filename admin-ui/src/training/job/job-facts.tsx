import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import Typography from '@mui/material/Typography';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import type { TrainingSet } from '../../corpus/sets/training-set.js';
import { DetailTable } from '../../shared/detail-drawer.js';
import { formatCount } from '../../shared/format.js';
import { Sheet } from '../../shared/page.js';
import { KeyText } from '../../shared/small-texts.js';
import type { TrainingJob } from '../training-job.js';

/** What was trained from and with which settings: enough to do it again elsewhere. */
export const JobFacts: FC<{ job: TrainingJob; trainingSet: TrainingSet | undefined }> = ({ job: { method, preset, seed, hyperParameters, snapshot, baseModel, executor, device, variants, environment }, trainingSet }) => {
  const t = useTranslate();
  const { splits } = snapshot;
  const hyper = Object.entries(hyperParameters);
  return (
    <Sheet label={t('training.facts.title')} sx={{ p: 4 }}>
      <Typography variant="h2" sx={{ mb: 3 }}>
        {t('training.facts.title')}
      </Typography>
      <DetailTable
        rows={[
          [t('training.start.set'), trainingSet && `${trainingSet.title} · ${t('corpus.snapshot.name')} #${snapshot.n}`],
          [t('corpus.snapshot.hash'), <KeyText key="hash" value={snapshot.sha256} short={24} />],
          [t('training.utterances'), t('models.manifest.splits', { count: formatCount(snapshot.count), train: formatCount(splits.train), validation: formatCount(splits.validation), test: formatCount(splits.test) })],
          [t('training.facts.labels'), t('training.facts.labelCounts', { intents: snapshot.intents.length, slots: snapshot.slots.length })],
          [t('models.method.name'), t(`models.method.${method}`, { _: method })],
          [t('training.start.preset'), preset && t(`training.preset.${preset}`, { _: preset })],
          [t('training.start.base'), baseModel && <Link key="base" component={RouterLink} to={`/base-models?open=${baseModel.id}`}>{baseModel.title}</Link>],
          [t('training.start.executor'), `${t(`training.executor.${executor}`, { _: executor })} · ${t(`training.device.${device}`, { _: device })}`],
          [t('training.start.variants'), variants.map((variant) => t(`training.variant.${variant}`)).join(t('shared.separator'))],
          [t('training.settings.seed'), seed],
          [t('training.facts.hyper'), hyper.length === 0 ? t('training.facts.defaults') : <code key="hyper">{hyper.map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(' · ')}</code>],
          [t('training.environment.title'), environment && <code key="environment">{Object.entries(environment).map(([name, value]) => `${name} ${value}`).join(' · ')}</code>],
        ]}
      />
    </Sheet>
  );
};
