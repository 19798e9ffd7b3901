import Add from '@mui/icons-material/AddOutlined';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { EligibilityCondition } from '@banshi/policies';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { move } from '../../dictionaries/dictionary.js';
import type { EditedItem } from '../../providers/config-item/use-config-item.js';
import { EmptyState } from '../../shared/empty-state.js';
import { Sheet } from '../../shared/page.js';
import type { PolicyBody } from '../policy.js';
import { ConditionCard } from './condition-card.js';
import { TryOut } from './try-out.js';
import { useVariables, useVocabulary } from './use-vocabulary.js';

const noAudience = { themes: [], services: [] };

/** Who the policy is for: conditions in the words of the policy and as expressions, interests it touches, and a person to try them on. */
export const EligibilityEditor: FC<{ edited: EditedItem<PolicyBody> }> = ({ edited }) => {
  const t = useTranslate();
  const { body, change, isReadOnly } = edited;
  const { vocabulary, isPending } = useVocabulary();
  const variables = useVariables(vocabulary);
  const conditions = body.eligibility ?? [];
  const audience = body.audience ?? noAudience;
  const setConditions = (next: EligibilityCondition[], group?: string) => change(({ eligibility: _, ...rest }) => (next.length > 0 ? { ...rest, eligibility: next } : rest), group);
  const setAudience = (next: NonNullable<PolicyBody['audience']>) => change(({ audience: _, ...rest }) => (next.themes.length + next.services.length > 0 ? { ...rest, audience: next } : rest));
  const add = (
    <Button variant="outlined" startIcon={<Add />} onClick={() => setConditions([...conditions, { key: freeKey(conditions), title: t('policies.eligibility.newTitle'), condition: 'true' }])}>
      {t('policies.eligibility.add')}
    </Button>
  );
  return (
    <Box sx={{ display: 'grid', gap: 4, alignItems: 'start', gridTemplateColumns: { xs: '1fr', xl: 'minmax(0, 1fr) 320px' } }}>
      <Box sx={{ display: 'grid', gap: 4 }}>
        <Sheet sx={{ p: 4 }} label={t('policies.eligibility.title')}>
          <Box data-at="/eligibility" sx={{ display: 'flex', gap: 3, alignItems: 'center', flexWrap: 'wrap' }}>
            <Box sx={{ flex: 1, minWidth: 220 }}>
              <Typography variant="h2">{t('policies.eligibility.title')}</Typography>
              <Typography color="text.secondary">
                {t('policies.eligibility.hint')}{' '}
                <MuiLink component={Link} to="/profiles">
                  {t('policies.eligibility.profiles')}
                </MuiLink>
              </Typography>
            </Box>
            {!isReadOnly && conditions.length > 0 && add}
          </Box>
          {conditions.length === 0 && <EmptyState dense title={t('policies.eligibility.none')} hint={t('policies.eligibility.noneHint')} {...(!isReadOnly && { action: add })} />}
          {conditions.map((condition, index) => (
            <ConditionCard
              key={index}
              index={index}
              condition={condition}
              variables={variables}
              fields={vocabulary.fields}
              isOpen={isPending}
              isReadOnly={isReadOnly}
              onChange={(next, part) => setConditions(conditions.with(index, next), `condition${index}${part}`)}
              onMove={(by) => setConditions(move(conditions, index, by))}
              onRemove={() => setConditions(conditions.toSpliced(index, 1))}
            />
          ))}
        </Sheet>
        <Sheet sx={{ p: 4 }} label={t('policies.eligibility.audience')}>
          <Typography variant="h2">{t('policies.eligibility.audience')}</Typography>
          <Typography color="text.secondary" sx={{ mb: 2 }}>
            {t('policies.eligibility.audienceHint')}
          </Typography>
          <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
            <Autocomplete
              data-at="/audience/themes"
              multiple
              freeSolo
              size="small"
              options={[]}
              value={audience.themes}
              disabled={isReadOnly}
              onChange={(_, next) => setAudience({ ...audience, themes: [...new Set(next.map((theme) => theme.trim()).filter(Boolean))] })}
              renderInput={(params) => <TextField {...params} margin="dense" label={t('policies.eligibility.audienceThemes')} helperText={t('policies.themesHint')} />}
            />
            <Autocomplete
              data-at="/audience/services"
              multiple
              size="small"
              options={vocabulary.services.map(({ key }) => key)}
              value={audience.services}
              disabled={isReadOnly}
              getOptionLabel={(key) => vocabulary.services.find((service) => service.key === key)?.title ?? key}
              onChange={(_, next) => setAudience({ ...audience, services: next })}
              renderInput={(params) => <TextField {...params} margin="dense" label={t('policies.eligibility.audienceServices')} />}
            />
          </Box>
        </Sheet>
      </Box>
      {conditions.length > 0 && <TryOut conditions={conditions} vocabulary={vocabulary} />}
    </Box>
  );
};

function freeKey(conditions: readonly EligibilityCondition[]): string {
  const taken = new Set(conditions.map(({ key }) => key));
  let n = conditions.length + 1;
  while (taken.has(`condition-${n}`)) n += 1;
  return `condition-${n}`;
}
