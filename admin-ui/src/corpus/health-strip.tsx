import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useGraphql } from '../providers/use-graphql.js';
import { formatCount } from '../shared/format.js';
import { thinIntents } from './health/thin-intents.js';
import { useIntentLabels } from './labels/use-labels.js';
import { utterancesPath } from './utterances-path.js';
import { type CorpusHealth, corpusHealthDocument } from './utterance.js';

/** How the corpus stands, in one line above the list; what asks for work is a link. */
export const HealthStrip: FC = () => {
  const t = useTranslate();
  const { data } = useGraphql<{ corpusHealth: CorpusHealth }>(corpusHealthDocument);
  const { intents } = useIntentLabels();
  if (!data || data.corpusHealth.total === 0) return null;
  const { total, labelled, duplicates, clashes } = data.corpusHealth;
  const thin = thinIntents(intents).length;
  const parts: [text: string, to: string | null][] = [
    [t('corpus.strip.total', { count: formatCount(total) }), null],
    ...(total > labelled ? [[t('corpus.strip.unlabelled', { smart_count: total - labelled }), utterancesPath({ unlabelled: true })] as [string, string]] : []),
    ...(thin > 0 ? [[t('corpus.strip.thin', { smart_count: thin }), '/utterances/health'] as [string, string]] : []),
    ...(clashes > 0 ? [[t('corpus.strip.clashes', { smart_count: clashes }), utterancesPath({ clash: true })] as [string, string]] : []),
    ...(duplicates > clashes ? [[t('corpus.strip.duplicates', { smart_count: duplicates - clashes }), utterancesPath({ duplicate: true })] as [string, string]] : []),
  ];
  return (
    <Box sx={{ px: 3, py: 2, display: 'flex', flexWrap: 'wrap', columnGap: 4, borderBottom: 1, borderColor: 'divider', color: 'text.secondary', fontSize: 13 }}>
      {parts.map(([text, to]) =>
        to ? (
          <MuiLink key={text} component={Link} to={to}>
            {text}
          </MuiLink>
        ) : (
          <span key={text}>{text}</span>
        ),
      )}
    </Box>
  );
};
