import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { type FC, useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useGraphql } from '../../providers/use-graphql.js';
import { formatShare } from '../../shared/format.js';
import { type Similar, similarDocument } from '../utterance.js';

/** Long enough that a syllable being typed asks nothing. */
const delay = 350;
/** Below, texts only share a word or two. */
const near = 0.45;

interface SimilarListProps {
  text: string;
  intent: string | null;
  /** The utterance that is being edited is no duplicate of itself. */
  except?: string | undefined;
  onOpen?: (id: string) => void;
}

/** Near duplicates of what is being typed, and those that say the same under another intent. */
export const SimilarList: FC<SimilarListProps> = ({ text, intent, except, onOpen }) => {
  const t = useTranslate();
  const settled = useSettled(text.trim(), delay);
  const { data } = useGraphql<{ similarUtterances: Similar[] }>(similarDocument, { text: settled, intent }, { enabled: settled.length > 1 });
  const found = (settled.length > 1 ? (data?.similarUtterances ?? []) : []).filter(({ utterance, similarity }) => utterance.id !== except && similarity >= near);
  const clashes = found.filter(({ clash }) => clash);
  if (found.length === 0) return null;
  return (
    <Alert severity={clashes.length > 0 ? 'warning' : 'info'} aria-live="polite" sx={{ alignItems: 'flex-start', '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}>
      <Typography sx={{ fontWeight: 600 }}>{clashes.length > 0 ? t('corpus.similar.clashes', { smart_count: clashes.length }) : t('corpus.similar.near', { smart_count: found.length })}</Typography>
      <Box component="ul" sx={{ m: 0, mt: 1, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
        {found.map(({ utterance, similarity, clash }) => (
          <li key={utterance.id}>
            {onOpen ? (
              <Link component="button" type="button" onClick={() => onOpen(utterance.id)} sx={{ textAlign: 'left', fontSize: 14, verticalAlign: 'baseline' }}>
                {utterance.text}
              </Link>
            ) : (
              utterance.text
            )}
            <Typography component="span" variant="caption" color={clash ? 'warning.main' : 'text.secondary'} sx={{ ml: 2 }}>
              {utterance.intentTitle ?? t('corpus.unlabelled')} · {t('corpus.similar.share', { share: formatShare(similarity) })}
            </Typography>
          </li>
        ))}
      </Box>
    </Alert>
  );
};

function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
