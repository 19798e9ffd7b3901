import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { EligibilityResult, ProfileField } from '@banshi/policies';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FC, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { FactField } from '../../policies/eligibility/fact-field.js';
import { verdictTones } from '../../policies/eligibility/try-out.js';
import type { ApiError } from '../../providers/graphql.js';
import { useErrorText } from '../../shared/error-text.js';
import { StatusChip } from '../../shared/status-chip.js';
import { useHall } from '../hall-context.js';

export interface Recommendation {
  policy: { key: string; title: string };
  verdict: EligibilityResult;
  conditions: { key: string; title: string; verdict: EligibilityResult; reason: string }[];
  interests: string[];
  ask: { field: string; title: string; question: string; type: ProfileField['type']; unit: string; options: { code: string; title: string }[] }[];
  consent: { field: string; title: string; wording: string }[];
}

/** Why a policy is shown: each condition with its reason, interests and history; and only what is missing is asked. */
export const RecommendationCard: FC<{ found: Recommendation }> = ({ found: { verdict, conditions, interests, ask, consent } }) => {
  const t = useTranslate();
  const notify = useNotify();
  const errorText = useErrorText();
  const { client } = useHall();
  const queries = useQueryClient();
  const [answers, setAnswers] = useState<Record<string, unknown>>({});
  const tell = useMutation<unknown, ApiError, { path: string; body: unknown }>({ mutationFn: ({ path, body }) => client.put(path, body), onSuccess: () => void queries.invalidateQueries({ queryKey: ['hall'] }), onError: (error) => notify(errorText(error), { type: 'error' }) });
  const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
  return (
    <Box sx={{ mt: 2 }}>
      <StatusChip tone={verdictTones[verdict]} label={t(`policies.verdict.${verdict}`)} />
      {conditions.map(({ key, title, reason }) => (
        <Box key={key} sx={{ mt: 2 }}>
          <Typography sx={{ fontWeight: 600 }}>{title}</Typography>
          <Typography color="text.secondary">{reason}</Typography>
        </Box>
      ))}
      {interests.map((interest) => (
        <Typography key={interest} sx={{ mt: 2 }}>
          {interest}
        </Typography>
      ))}
      {consent.map(({ field, wording }) => (
        <Box key={field} sx={{ mt: 2 }}>
          <Typography>{wording}</Typography>
          <Button variant="outlined" disabled={tell.isPending} onClick={() => tell.mutate({ path: '/subscriptions', body: { consents: { [field]: true } } })} sx={{ mt: 1, minHeight: 40 }}>
            {t('preview.notices.consent')}
          </Button>
        </Box>
      ))}
      {ask.map(({ field, question, type, unit, options }) => (
        <FactField key={field} field={{ name: field, title: question, type, unit }} options={options} value={answers[field]} onChange={(value) => setAnswers((before) => ({ ...before, [field]: value }))} />
      ))}
      {ask.length > 0 && (
        <Button variant="outlined" disabled={Object.keys(given).length === 0 || tell.isPending} onClick={() => tell.mutate({ path: '/profile', body: { answers: given } })} sx={{ mt: 1, minHeight: 40 }}>
          {t('preview.notices.answer')}
        </Button>
      )}
    </Box>
  );
};
