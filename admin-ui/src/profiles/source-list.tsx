import Add from '@mui/icons-material/AddOutlined';
import Delete from '@mui/icons-material/DeleteOutlineOutlined';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { FormBody, ServiceBody } from '@banshi/bundle';
import { fieldNames, fieldTitle } from '@banshi/forms';
import { profileReadings, type ProfileSource } from '@banshi/policies';
import { useQuery } from '@tanstack/react-query';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { readItemBody } from '../shared/config/item-body.js';
import { ItemPicker } from '../shared/config/item-picker.js';
import type { ProfileField } from './profile.js';

interface SourceListProps {
  at: string;
  field: ProfileField;
  services: { key: string; title: string }[];
  isLoading: boolean;
  isReadOnly: boolean;
  onChange: (sources: ProfileSource[]) => void;
}

/** Where cases tell it: the newest submitted value counts, unless the person has answered himself. */
export const SourceList: FC<SourceListProps> = ({ at, field, services, isLoading, isReadOnly, onChange }) => {
  const t = useTranslate();
  const { sources } = field;
  return (
    <Box data-at={at} sx={{ mt: 2 }}>
      <Typography color="text.secondary">{t(sources.length === 0 ? 'profiles.noSources' : 'profiles.sources')}</Typography>
      {sources.map((source, index) => (
        <Box key={index} sx={{ display: 'grid', columnGap: 3, alignItems: 'start', gridTemplateColumns: { xs: '1fr', md: '3fr 3fr 2fr auto' } }}>
          <ItemPicker at={`${at}/${index}/service`} kind="service" label={t('profiles.source.service')} choices={services} isLoading={isLoading} value={source.service} isDisabled={isReadOnly} onChange={(service) => service !== null && onChange(sources.with(index, { ...source, service }))} />
          <FieldOfService at={`${at}/${index}/field`} source={source} isReadOnly={isReadOnly} onChange={(name) => onChange(sources.with(index, { ...source, field: name }))} />
          <TextField data-at={`${at}/${index}/reading`} select size="small" margin="dense" label={t('profiles.source.reading')} value={source.reading} disabled={isReadOnly} onChange={(event) => onChange(sources.with(index, { ...source, reading: event.target.value as ProfileSource['reading'] }))}>
            {profileReadings.map((reading) => (
              <MenuItem key={reading} value={reading}>
                {t(`profiles.reading.${reading}`)}
              </MenuItem>
            ))}
          </TextField>
          {!isReadOnly && (
            <IconButton aria-label={t('shared.delete')} sx={{ mt: 1.5 }} onClick={() => onChange(sources.toSpliced(index, 1))}>
              <Delete sx={{ fontSize: 17 }} />
            </IconButton>
          )}
        </Box>
      ))}
      {!isReadOnly && services[0] && (
        <Button size="small" startIcon={<Add />} onClick={() => onChange([...sources, { service: sources.at(-1)?.service ?? services[0]!.key, field: 'idNumber', reading: 'value' }])}>
          {t('profiles.addSource')}
        </Button>
      )}
    </Box>
  );
};

/** A field of the form of a service, by its title. */
const FieldOfService: FC<{ at: string; source: ProfileSource; isReadOnly: boolean; onChange: (field: string) => void }> = ({ at, source, isReadOnly, onChange }) => {
  const t = useTranslate();
  const form = useQuery({
    queryKey: ['formOfService', source.service],
    queryFn: async ({ signal }) => {
      const service = await readItemBody<ServiceBody>('service', source.service, signal);
      return service?.body.form ? ((await readItemBody<FormBody>('form', service.body.form, signal))?.body ?? null) : null;
    },
  }).data;
  const names = form ? fieldNames(form) : [];
  return (
    <Autocomplete
      // What stands in the field is the label of the moment at which it was mounted.
      key={form ? 'titled' : 'plain'}
      data-at={at}
      freeSolo
      size="small"
      options={names}
      value={source.field}
      disabled={isReadOnly}
      getOptionLabel={(name) => (form && names.includes(name) ? fieldTitle(form, name) : name)}
      onChange={(_, next) => next && onChange(next)}
      renderInput={(params) => <TextField {...params} margin="dense" label={t('profiles.source.field')} />}
    />
  );
};
