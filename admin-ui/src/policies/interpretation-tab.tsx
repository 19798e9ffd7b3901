import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { type PlacedSentence, pointTypes, type PolicyInterpretation } from '@banshi/policies';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { EditedItem } from '../providers/config-item/use-config-item.js';
import { useGraphql } from '../providers/use-graphql.js';
import { EmptyState } from '../shared/empty-state.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { Sheet } from '../shared/page.js';
import { placeOf } from '../shared/place.js';
import { type InterpretationAnswer, interpretationDocument } from './interpretation.js';
import type { PolicyBody } from './policy.js';
import { VersionTimeline } from './version-timeline.js';

/** 政策解读: the saved draft as citizens will read it, every sentence the document's own with its place. */
export const InterpretationTab: FC<{ edited: EditedItem<PolicyBody> }> = ({ edited }) => {
  const t = useTranslate();
  const { data, error, refetch } = useGraphql<InterpretationAnswer>(interpretationDocument, { key: edited.key });
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <Typography color="text.secondary">{t('shared.loading')}</Typography>;
  const found = data.policyInterpretation;
  if (!found || found.summary.length + found.points.length === 0) return <EmptyState title={t('policies.interpretation.none')} hint={t('policies.interpretation.noneHint')} />;
  return <Interpretation found={found} policyKey={edited.key} />;
};

const Interpretation: FC<{ found: PolicyInterpretation; policyKey: string }> = ({ found: { summary, keywords, points, timeline }, policyKey }) => {
  const t = useTranslate();
  const types = pointTypes.filter((type) => points.some((point) => point.type === type));
  return (
    <>
      <Typography color="text.secondary" sx={{ mb: 3 }}>
        {t('policies.interpretation.hint')}
      </Typography>
      <Sheet sx={{ p: 4, mb: 4 }} label={t('policies.interpretation.summary')}>
        <Heading text={t('policies.interpretation.summary')} />
        {summary.map((sentence) => <Quoted key={sentence.start} sentence={sentence} policyKey={policyKey} />)}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }} role="list" aria-label={t('policies.interpretation.keywords')}>
          {keywords.map(({ word }) => <Chip key={word} role="listitem" size="small" label={word} />)}
        </Box>
      </Sheet>
      <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' }, mb: 4 }}>
        {types.map((type) => (
          <Sheet key={type} sx={{ p: 4 }} label={t(`policies.interpretation.point.${type}`)}>
            <Heading text={t(`policies.interpretation.point.${type}`)} />
            {points.filter((point) => point.type === type).map((point) => <Quoted key={point.start} sentence={point} policyKey={policyKey} />)}
          </Sheet>
        ))}
      </Box>
      <VersionTimeline timeline={timeline} />
    </>
  );
};

const Heading: FC<{ text: string }> = ({ text }) => (
  <Typography variant="h2" sx={{ mb: 2 }}>
    {text}
  </Typography>
);

const Quoted: FC<{ sentence: PlacedSentence; policyKey: string }> = ({ sentence: { text, label, clause, leadIn }, policyKey }) => (
  <Typography sx={{ py: 0.5 }}>
    {leadIn !== '' && <Box component="span" sx={{ color: 'text.secondary' }}>{leadIn}</Box>}
    {text}{' '}
    <MuiLink component={Link} to={placeOf('policy', policyKey, '/text', clause)} sx={{ fontSize: 13, whiteSpace: 'nowrap' }}>
      {label}
    </MuiLink>
  </Typography>
);
