import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { fieldSchema, fieldTypeOf, type FieldPatch, type FieldTypeName } from '@banshi/forms';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useDesigner } from '../design/designer.js';
import { NumberField } from './basic-properties.js';
import { PropertyGroup } from './property-group.js';
import { usePatch } from './use-patch.js';

type Limit = 'minLength' | 'maxLength' | 'minimum' | 'maximum' | 'multipleOf' | 'minItems' | 'maxItems';

/** Which limits a type has. The numbers with a standard of their own have none. */
const limitsOf: Partial<Record<FieldTypeName, Limit[]>> = {
  text: ['minLength', 'maxLength'],
  textarea: ['minLength', 'maxLength'],
  number: ['minimum', 'maximum', 'multipleOf'],
  integer: ['minimum', 'maximum', 'multipleOf'],
  money: ['minimum', 'maximum'],
  'multi-choice': ['minItems', 'maxItems'],
  attachment: ['minItems', 'maxItems'],
  table: ['minItems', 'maxItems'],
};
const megabyte = 1024 * 1024;
const mediaTypes = ['image/jpeg', 'image/png', 'application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/zip'];
const mediaNames: Record<string, string> = { 'image/jpeg': 'JPG', 'image/png': 'PNG', 'application/pdf': 'PDF', 'application/zip': 'ZIP' };

export const LimitProperties: FC<{ field: string }> = ({ field }) => {
  const t = useTranslate();
  const { form, isReadOnly } = useDesigner();
  const patch = usePatch(field);
  const schema = fieldSchema(form, field) ?? {};
  const type = fieldTypeOf(schema)?.type;
  const limits = type ? (limitsOf[type] ?? []) : [];
  if (limits.length === 0) return null;
  const isMoney = type === 'money';
  return (
    <PropertyGroup title={t('forms.properties.limits')}>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', columnGap: 2 }}>
        {limits.map((limit) => {
          const label = t(`forms.limit.${limit}`);
          return <NumberField key={limit} label={isMoney ? t('forms.properties.inYuan', { label }) : label} isMoney={isMoney} value={schema[limit]} onChange={(value) => patch({ [limit]: value } as FieldPatch)} />;
        })}
      </Box>
      {type === 'text' && <TextField fullWidth margin="dense" label={t('forms.limit.pattern')} helperText={t('forms.limit.patternHint')} value={schema['pattern'] ?? ''} disabled={isReadOnly} onChange={(event) => patch({ pattern: event.target.value })} slotProps={{ htmlInput: { style: { fontFamily: 'ui-monospace, monospace' }, spellCheck: false } }} />}
      {type === 'attachment' && (
        <>
          <NumberField label={t('forms.limit.maxBytes')} value={typeof schema['x-maxBytes'] === 'number' ? schema['x-maxBytes'] / megabyte : undefined} onChange={(value) => patch({ maxBytes: value === null ? null : Math.round(value * megabyte) })} />
          <MediaTypes value={(schema['x-mediaTypes'] as string[] | undefined) ?? []} onChange={(value) => patch({ mediaTypes: value.length > 0 ? value : null })} />
        </>
      )}
    </PropertyGroup>
  );
};

const MediaTypes: FC<{ value: string[]; onChange: (value: string[]) => void }> = ({ value, onChange }) => {
  const t = useTranslate();
  const { isReadOnly } = useDesigner();
  const nameOf = (type: string) => mediaNames[type] ?? (type.includes('wordprocessing') ? 'DOCX' : type.includes('spreadsheet') ? 'XLSX' : type);
  const all = [...mediaTypes, ...value.filter((type) => !mediaTypes.includes(type))];
  return (
    <Box role="group" aria-label={t('forms.limit.mediaTypes')} sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' }}>
      {all.map((type) => (
        <FormControlLabel key={type} label={nameOf(type)} control={<Checkbox size="small" sx={{ p: 1 }} checked={value.includes(type)} disabled={isReadOnly} onChange={(_, isOn) => onChange(all.filter((one) => (one === type ? isOn : value.includes(one))))} />} />
      ))}
    </Box>
  );
};
