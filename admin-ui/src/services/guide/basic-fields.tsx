import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { OrgUnitField } from '../../org/org-unit-field.js';
import type { EditedItem } from '../../providers/config-item/use-config-item.js';
import { useGraphql } from '../../providers/use-graphql.js';
import { Sheet } from '../../shared/page.js';
import { audiences, type Facets, serviceFacetsDocument, type ServiceBody, serviceTypes } from '../service.js';

/** What the service is: the words and classes by which it is found. */
export const BasicFields: FC<{ edited: EditedItem<ServiceBody> }> = ({ edited }) => {
  const t = useTranslate();
  const { body, changeAt, isReadOnly } = edited;
  const themes = useGraphql<{ serviceFacets: Facets }>(serviceFacetsDocument).data?.serviceFacets.themes ?? [];
  const words = { openText: t('services.open'), clearText: t('services.clear'), closeText: t('shared.close'), noOptionsText: t('shared.list.noResults') };
  return (
    <Sheet label={t('services.guide.basic')} sx={{ px: 4, py: 3 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {t('services.guide.basic')}
      </Typography>
      <TextField data-at="/title" fullWidth margin="dense" label={t('shared.item.title')} value={body.title} disabled={isReadOnly} error={!body.title} onChange={(event) => changeAt('/title', event.target.value)} />
      <Box sx={{ display: 'grid', columnGap: 3, gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' }}>
        <TextField data-at="/code" margin="dense" label={t('services.field.code')} value={body.code} disabled={isReadOnly} onChange={(event) => changeAt('/code', event.target.value)} />
        <TextField data-at="/type" select margin="dense" label={t('services.field.type')} value={body.type} disabled={isReadOnly} onChange={(event) => changeAt('/type', event.target.value)}>
          {serviceTypes.map((type) => (
            <MenuItem key={type} value={type}>
              {t(`services.type.${type}`)}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      <Box data-at="/department" component="fieldset" disabled={isReadOnly} sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
        <OrgUnitField byKey disabled={isReadOnly} label={t('services.field.department')} none={body.department || t('services.noDepartment')} value={body.department} onChange={(key) => key && changeAt('/department', key)} />
      </Box>
      <Autocomplete
        multiple
        data-at="/audience"
        options={[...audiences]}
        value={body.audience}
        disabled={isReadOnly}
        {...words}
        getOptionLabel={(audience) => t(`services.audience.${audience}`)}
        onChange={(_, next) => changeAt('/audience', next)}
        renderInput={(params) => <TextField {...params} margin="dense" label={t('services.field.audience')} />}
      />
      <Autocomplete
        multiple
        freeSolo
        data-at="/themes"
        options={themes.map(({ value }) => value)}
        value={body.themes}
        disabled={isReadOnly}
        {...words}
        onChange={(_, next) => changeAt('/themes', [...new Set(next.map((theme) => theme.trim()).filter(Boolean))])}
        renderInput={(params) => <TextField {...params} margin="dense" label={t('services.field.themes')} helperText={isReadOnly ? undefined : t('services.field.themesHint')} />}
      />
      <TextField data-at="/summary" fullWidth multiline minRows={2} margin="dense" label={t('services.field.summary')} value={body.summary} disabled={isReadOnly} onChange={(event) => changeAt('/summary', event.target.value)} />
      <Box data-at="/online">
        <FormControlLabel control={<Switch size="small" checked={body.online} disabled={isReadOnly} onChange={(_, isOn) => changeAt('/online', isOn)} />} label={t('services.field.onlineLong')} sx={{ ml: -1, mt: 1 }} />
        {body.online && (!body.form || !body.workflow) && (
          <Typography variant="caption" component="div" sx={{ color: 'warning.main' }}>
            {t('services.onlineNeeds')}
          </Typography>
        )}
      </Box>
    </Sheet>
  );
};
