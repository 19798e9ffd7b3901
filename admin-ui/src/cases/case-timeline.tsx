import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { fieldTitle } from '@banshi/forms';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { RelativeTime } from '../shared/relative-time.js';
import type { CaseEvent, CasePageData } from './case.js';

/** What people did and what became of the case, newest first. */
export const CaseTimeline: FC<{ found: CasePageData }> = ({ found }) => {
  const t = useTranslate();
  const titleOf = (field: string) => (found.form && fieldTitle(found.form, field)) || field;
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {[...found.history].reverse().map((event, index) => (
        <Box component="li" key={event.id} sx={{ display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr)', columnGap: 2 }}>
          <Box aria-hidden sx={{ position: 'relative' }}>
            <Box sx={{ width: 9, height: 9, borderRadius: '50%', bgcolor: event.type === 'incident-raised' ? 'error.main' : index === 0 ? 'primary.main' : 'text.secondary', mt: 1.75 }} />
            {index < found.history.length - 1 && <Box sx={{ position: 'absolute', left: 4, top: 18, bottom: -6, width: '1px', bgcolor: 'divider' }} />}
          </Box>
          <Box sx={{ pb: 3 }}>
            <Typography sx={{ fontWeight: 600 }}>
              {event.elementTitle && `${event.elementTitle} · `}
              {t(`cases.event.${event.type}`)}
              {event.outcomeTitle && ` · ${event.outcomeTitle}`}
            </Typography>
            <Typography variant="caption" color="text.secondary" component="div">
              {nameOf(event, t('cases.byApplicant'), t('shared.system'))} · <RelativeTime at={event.at} />
            </Typography>
            {event.comment && <Typography sx={{ mt: 0.5, pl: 2, borderLeft: 2, borderColor: 'divider', whiteSpace: 'pre-wrap' }}>{event.comment}</Typography>}
            {(event.detail?.fields?.length ?? 0) > 0 && event.type !== 'started' && (
              <Typography variant="caption" color="text.secondary" component="div">
                {t('cases.changedFields', { fields: event.detail!.fields!.map(titleOf).join(t('shared.separator')) })}
              </Typography>
            )}
          </Box>
        </Box>
      ))}
    </Box>
  );
};

const nameOf = ({ actor }: CaseEvent, applicant: string, system: string) => (actor.kind === 'system' ? system : actor.kind === 'applicant' ? `${applicant} ${actor.name}` : actor.name);
