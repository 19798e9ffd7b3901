import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { TimelineEntry } from '@banshi/policies';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Sheet } from '../shared/page.js';
import { placeOf } from '../shared/place.js';
import { TextDiff } from '../shared/text-diff.js';

const maxShown = 30;

/** The versions of a document, the oldest first, each with the clauses that it changed. */
export const VersionTimeline: FC<{ timeline: readonly TimelineEntry[] }> = ({ timeline }) => {
  const t = useTranslate();
  return (
    <Sheet sx={{ p: 4 }} label={t('policies.interpretation.timeline')}>
      <Typography variant="h2" sx={{ mb: 2 }}>
        {t('policies.interpretation.timeline')}
      </Typography>
      {timeline.map(({ key, title, effectiveFrom, effectiveTo, isThis, changes }, at) => (
        <Box key={key ?? at} sx={{ borderLeft: 2, borderColor: isThis ? 'primary.main' : 'divider', pl: 3, pb: 3 }}>
          <Typography sx={{ fontWeight: isThis ? 600 : 400 }}>
            {key !== null && !isThis ? <MuiLink component={Link} to={placeOf('policy', key)}>{title}</MuiLink> : title}
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {t('policies.interpretation.period', { from: effectiveFrom ?? '—', to: effectiveTo ?? t('policies.interpretation.now') })}
          </Typography>
          {changes && (
            <Box component="details" sx={{ mt: 1 }}>
              <summary>{t('policies.interpretation.changed', { n: changes.length })}</summary>
              {changes.slice(0, maxShown).map(({ type, before, after }) => (
                <Box key={`${type} ${(after ?? before)!.id}`} sx={{ py: 1 }}>
                  <Typography variant="body2" color="text.secondary">
                    {t(`policies.interpretation.change.${type}`)} {(after ?? before)!.label}
                  </Typography>
                  <TextDiff before={before?.text ?? ''} after={after?.text ?? ''} />
                </Box>
              ))}
            </Box>
          )}
        </Box>
      ))}
    </Sheet>
  );
};
