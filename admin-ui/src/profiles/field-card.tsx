import ArrowDownward from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpward from '@mui/icons-material/ArrowUpwardOutlined';
import Delete from '@mui/icons-material/DeleteOutlineOutlined';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { profileFieldTypes } from '@banshi/policies';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { ItemPicker } from '../shared/config/item-picker.js';
import { Sheet } from '../shared/page.js';
import type { Choices, ProfileField } from './profile.js';
import { SourceList } from './source-list.js';

interface FieldCardProps {
  index: number;
  field: ProfileField;
  choices: Choices;
  isLoading: boolean;
  isReadOnly: boolean;
  onChange: (next: ProfileField, part: string) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}

/** One thing that can be known: what conditions call it, how it is asked, and which cases tell it. */
export const FieldCard: FC<FieldCardProps> = ({ index, field, choices, isLoading, isReadOnly, onChange, onMove, onRemove }) => {
  const t = useTranslate();
  const at = `/fields/${index}`;
  const text = (part: 'title' | 'name' | 'unit' | 'question', helperText?: string) => (
    <TextField data-at={`${at}/${part}`} fullWidth margin="dense" size="small" label={t(`profiles.field.${part}`)} helperText={helperText} value={field[part]} disabled={isReadOnly} onChange={(event) => onChange({ ...field, [part]: part === 'name' ? event.target.value.replace(/[^A-Za-z0-9]/g, '') : event.target.value }, part)} />
  );
  const setType = (type: ProfileField['type']) => onChange({ ...field, type, dictionary: type === 'choice' ? field.dictionary : null, unit: type === 'number' ? field.unit : '' }, 'type');
  return (
    <Sheet sx={{ p: 4 }} label={field.title}>
      <Box data-at={at} sx={{ display: 'grid', columnGap: 3, alignItems: 'start', gridTemplateColumns: { xs: '1fr', md: '2fr 2fr 2fr 1fr' } }}>
        {text('title')}
        {text('name', t('profiles.nameHint'))}
        <TextField data-at={`${at}/type`} select fullWidth margin="dense" size="small" label={t('profiles.field.type')} value={field.type} disabled={isReadOnly} onChange={(event) => setType(event.target.value as ProfileField['type'])}>
          {profileFieldTypes.map((type) => (
            <MenuItem key={type} value={type}>
              {t(`profiles.type.${type}`)}
            </MenuItem>
          ))}
        </TextField>
        <Box sx={{ whiteSpace: 'nowrap', textAlign: 'right', pt: 1.5 }}>
          {!isReadOnly && (
            <>
              <IconButton aria-label={t('ra.action.move_up')} onClick={() => onMove(-1)}>
                <ArrowUpward sx={{ fontSize: 16 }} />
              </IconButton>
              <IconButton aria-label={t('ra.action.move_down')} onClick={() => onMove(1)}>
                <ArrowDownward sx={{ fontSize: 16 }} />
              </IconButton>
              <IconButton aria-label={`${t('shared.delete')} ${field.title}`} onClick={onRemove}>
                <Delete sx={{ fontSize: 17 }} />
              </IconButton>
            </>
          )}
        </Box>
      </Box>
      <Box sx={{ display: 'grid', columnGap: 3, alignItems: 'start', gridTemplateColumns: { xs: '1fr', md: '4fr 2fr 1fr' } }}>
        {text('question', t('profiles.questionHint'))}
        {field.type === 'choice' && <ItemPicker at={`${at}/dictionary`} kind="dictionary" label={t('profiles.field.dictionary')} choices={choices.dictionaries.items} isLoading={isLoading} value={field.dictionary} isDisabled={isReadOnly} onChange={(dictionary) => onChange({ ...field, dictionary }, 'dictionary')} />}
        {field.type === 'number' && text('unit', t('profiles.unitHint'))}
        <FormControlLabel data-at={`${at}/sensitive`} sx={{ gridColumn: '1 / -1' }} label={t('profiles.field.sensitive')} control={<Switch checked={field.sensitive} disabled={isReadOnly} onChange={(_, sensitive) => onChange({ ...field, sensitive }, 'sensitive')} />} />
      </Box>
      <SourceList at={`${at}/sources`} field={field} services={choices.services.items} isLoading={isLoading} isReadOnly={isReadOnly} onChange={(sources) => onChange({ ...field, sources }, 'sources')} />
    </Sheet>
  );
};
