import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { conditionVariables, type EligibilityCondition, type EligibilityResult, judge, reasonText } from '@banshi/policies';
import { type FC, useMemo, useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Sheet } from '../../shared/page.js';
import { StatusChip, type Tone } from '../../shared/status-chip.js';
import { FactField } from './fact-field.js';
import type { Vocabulary } from './use-vocabulary.js';

export const verdictTones: Record<EligibilityResult, Tone> = { fits: 'good', unfit: 'quiet', unknown: 'notice' };

/** A sample person, of whom one says only what one likes: the same judgement as the hall's, with its reasons, at every stroke. */
export const TryOut: FC<{ conditions: EligibilityCondition[]; vocabulary: Vocabulary }> = ({ conditions, vocabulary }) => {
  const t = useTranslate();
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const [values, setValues] = useState<Record<string, unknown>>({});
  const [hasConsent, setHasConsent] = useState(true);
  const { fields, dictionaries, services } = vocabulary;
  const read = useMemo(() => new Set(conditions.flatMap(({ condition }) => conditionVariables(condition))), [conditions]);
  const shown = fields.filter(({ name }) => read.has(name));
  const known = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  const consents = new Set(hasConsent ? shown.map(({ name }) => name) : []);
  const result = judge(conditions, fields, { values: { usedServices: [], grantedServices: [], ...known }, consents, declined: new Set() }, new Date());
  const titles = {
    entry: (dictionary: string, code: string) => dictionaries[dictionary]?.find((entry) => entry.code === code)?.title ?? null,
    service: (key: string) => services.find((service) => service.key === key)?.title ?? null,
  };
  return (
    <Sheet sx={{ p: 4 }} label={t('policies.eligibility.tryOut')}>
      <Typography variant="h2">{t('policies.eligibility.tryOut')}</Typography>
      <Typography color="text.secondary" sx={{ mb: 2 }}>
        {t('policies.eligibility.tryOutHint')}
      </Typography>
      {shown.map((field) => (
        <FactField key={field.name} field={field} options={field.dictionary === null ? [] : (dictionaries[field.dictionary] ?? [])} value={values[field.name]} onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))} />
      ))}
      {shown.some(({ sensitive }) => sensitive) && <FormControlLabel label={t('policies.eligibility.hasConsent')} control={<Switch checked={hasConsent} onChange={(_, isOn) => setHasConsent(isOn)} />} />}
      <Box role="status" sx={{ mt: 3 }}>
        <StatusChip tone={verdictTones[result.verdict]} label={t(`policies.verdict.${result.verdict}`)} />
        {result.conditions.map((condition) => (
          <Box key={condition.key} sx={{ mt: 2 }}>
            <Typography sx={{ fontWeight: 600 }}>{condition.title}</Typography>
            <Typography color={condition.verdict === 'fits' ? 'success.main' : condition.verdict === 'unfit' ? 'text.secondary' : 'warning.main'}>{reasonText(condition, fields, titles, language)}</Typography>
          </Box>
        ))}
        {result.ask.length > 0 && (
          <Typography sx={{ mt: 2 }}>
            {t('policies.eligibility.wouldAsk', { names: result.ask.map((name) => fields.find((field) => field.name === name)?.title ?? name).join(t('policies.separator')) })}
          </Typography>
        )}
      </Box>
    </Sheet>
  );
};
