import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { policyLevels } from '@banshi/policies';
import { divisionFullName } from '@banshi/values';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import type { EditedItem } from '../providers/config-item/use-config-item.js';
import { useGraphql } from '../providers/use-graphql.js';
import { ItemsPicker } from '../shared/config/items-picker.js';
import { Sheet } from '../shared/page.js';
import { type PolicyBody, policyServicesDocument, stateToday } from './policy.js';
import { RelationFields } from './relation-fields.js';

const texts = ['title', 'issuer', 'number', 'source'] as const;
const dates = ['issuedOn', 'effectiveFrom', 'effectiveTo'] as const;

/** Who made the document, of what rank, where and when it holds. */
export const MetadataFields: FC<{ edited: EditedItem<PolicyBody> }> = ({ edited }) => {
  const t = useTranslate();
  const { body, changeAt, isReadOnly } = edited;
  const place = divisionFullName(body.region);
  const services = useGraphql<{ services: { items: { key: string; title: string }[] } }>(policyServicesDocument);
  return (
    <>
      <Sheet sx={{ p: 4, mb: 4 }}>
        <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
          {texts.map((name) => (
            <TextField key={name} data-at={`/${name}`} margin="dense" fullWidth label={name === 'title' ? t('shared.item.title') : t(`policies.field.${name}`)} value={body[name]} disabled={isReadOnly} onChange={(event) => changeAt(`/${name}`, event.target.value)} />
          ))}
          <TextField select data-at="/level" margin="dense" fullWidth label={t('policies.field.level')} value={body.level} disabled={isReadOnly} onChange={(event) => changeAt('/level', event.target.value)}>
            {policyLevels.map((level) => (
              <MenuItem key={level} value={level}>
                {t(`policies.level.${level}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField data-at="/region" margin="dense" fullWidth label={t('policies.field.region')} value={body.region} disabled={isReadOnly} helperText={place || t('policies.regionHint')} onChange={(event) => changeAt('/region', event.target.value.trim())} />
          {dates.map((name) => (
            <TextField
              key={name}
              data-at={`/${name}`}
              type="date"
              margin="dense"
              fullWidth
              label={t(`policies.field.${name}`)}
              value={body[name] ?? ''}
              disabled={isReadOnly}
              helperText={name === 'effectiveTo' ? t('policies.effectiveToHint') : name === 'effectiveFrom' ? t(`policies.stateToday.${stateToday(body)}`) : ' '}
              slotProps={{ inputLabel: { shrink: true } }}
              onChange={(event) => changeAt(`/${name}`, event.target.value || null)}
            />
          ))}
          <Autocomplete
            data-at="/themes"
            multiple
            freeSolo
            options={[]}
            value={body.themes}
            disabled={isReadOnly}
            onChange={(_, next) => changeAt('/themes', [...new Set(next.map((theme) => theme.trim()).filter(Boolean))])}
            renderInput={(params) => <TextField {...params} margin="dense" label={t('policies.field.themes')} helperText={t('policies.themesHint')} />}
          />
          <ItemsPicker at="/services" label={t('policies.field.services')} helperText={t('policies.servicesHint')} choices={services.data?.services.items ?? []} isLoading={services.isPending} value={body.services} isDisabled={isReadOnly} onChange={(keys) => changeAt('/services', keys)} />
        </Box>
      </Sheet>
      <RelationFields edited={edited} />
    </>
  );
};
