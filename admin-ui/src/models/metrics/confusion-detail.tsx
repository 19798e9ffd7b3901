import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { utterancesPath } from '../../corpus/utterances-path.js';
import { formatShare } from '../../shared/format.js';
import { HeldOutTexts } from './held-out-texts.js';
import type { Confusion } from './metrics.js';

interface ConfusionDetailProps {
  /** Id of the model version. */
  version: string;
  confusions: readonly Confusion[];
  chosen: { gold: string; predicted: string; count: number; support: number } | null;
  titleOf: (key: string) => string;
  onChoose: (gold: string, predicted: string) => void;
}

const maxListed = 8;

/** Behind a cell: how many of how many, the sentences themselves, and the way to the utterances of both intents. Without a cell: the most frequent mistakes. */
export const ConfusionDetail: FC<ConfusionDetailProps> = ({ version, confusions, chosen, titleOf, onChoose }) => {
  const t = useTranslate();
  if (chosen) {
    const { gold, predicted, count, support } = chosen;
    const isRight = gold === predicted;
    return (
      <Box aria-live="polite">
        <Typography variant="h3">{isRight ? titleOf(gold) : t('models.confusion.pair', { gold: titleOf(gold), predicted: titleOf(predicted) })}</Typography>
        <Typography sx={{ my: 2 }}>
          {t(isRight ? 'models.confusion.right' : 'models.confusion.wrong', { gold: titleOf(gold), predicted: titleOf(predicted), count, support, share: formatShare(count / support) })}
        </Typography>
        <HeldOutTexts version={version} intent={gold} predicted={predicted} />
        {!isRight && (
          <Typography color="text.secondary" sx={{ my: 2 }}>
            {t('models.confusion.mend')}
          </Typography>
        )}
        <Box sx={{ display: 'grid', gap: 2, mt: 2, justifyItems: 'start' }}>
          {[...new Set([gold, predicted])].map((key) => (
            <Button key={key} variant="outlined" component={Link} to={utterancesPath({ intent: key })} sx={{ maxWidth: '100%', whiteSpace: 'normal', textAlign: 'left' }}>
              {t('models.confusion.utterances', { title: titleOf(key) })}
            </Button>
          ))}
        </Box>
      </Box>
    );
  }
  return (
    <Box>
      <Typography variant="h3">{t('models.confusion.most')}</Typography>
      {confusions.length === 0 ? (
        <Typography color="text.secondary">{t('models.confusion.nothing')}</Typography>
      ) : (
        <Box component="ol" sx={{ m: 0, mt: 2, p: 0, listStyle: 'none', display: 'grid', gap: 1.5 }}>
          {confusions.slice(0, maxListed).map(({ gold, predicted, count, share }) => (
            <li key={`${gold} ${predicted}`}>
              <MuiLink component="button" type="button" onClick={() => onChoose(gold, predicted)} sx={{ textAlign: 'left', fontSize: 14 }}>
                {t('models.confusion.pair', { gold: titleOf(gold), predicted: titleOf(predicted) })}
              </MuiLink>
              <Typography component="span" variant="caption" color="text.secondary" sx={{ ml: 2 }}>
                {t('models.confusion.times', { smart_count: count, share: formatShare(share) })}
              </Typography>
            </li>
          ))}
        </Box>
      )}
    </Box>
  );
};
