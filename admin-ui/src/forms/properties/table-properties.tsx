import Add from '@mui/icons-material/AddOutlined';
import ArrowDownward from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpward from '@mui/icons-material/ArrowUpwardOutlined';
import Delete from '@mui/icons-material/DeleteOutlineOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { addField, changeFieldType, columnsForm, fieldSchema, fieldTypeOf, fieldTypes, isRequired, moveField, removeField, updateField, withColumns, type EditResult, type FieldTypeName, type FormBody } from '@banshi/forms';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useDesigner } from '../design/designer.js';

/** A cell holds one short value. */
const cellTypes = fieldTypes.filter(({ type }) => !['table', 'attachment', 'textarea', 'multi-choice', 'division'].includes(type));

/** The columns of a table: a small form of their own, edited by the same operations. */
export const TableProperties: FC<{ table: string }> = ({ table }) => {
  const t = useTranslate();
  const { form, run, isReadOnly, language } = useDesigner();
  const columns = columnsForm(form, table);
  const section = columns?.layout.sections[0];
  if (!columns || !section) return null;
  const edit = (change: (columns: FormBody) => EditResult, group?: string) =>
    run((body) => {
      const current = columnsForm(body, table);
      if (!current) return { form: body, problems: [] };
      const result = change(current);
      // The column must not become the selected field of the form, so its name is left out.
      return { form: result.problems.length > 0 ? body : withColumns(body, table, result.form), problems: result.problems };
    }, group);
  return (
    <>
      {section.fields.map(({ field }, index) => {
        const schema = fieldSchema(columns, field) ?? {};
        const title = String(schema['title'] ?? field);
        return (
          <Box key={field} role="group" aria-label={title} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, px: 2, pt: 1, pb: 0.5, mb: 2 }}>
            <TextField fullWidth margin="dense" label={t('forms.properties.fieldTitle')} value={schema['title'] ?? ''} disabled={isReadOnly} onChange={(event) => edit((body) => updateField(body, field, { title: event.target.value }), `${table}/${field}/title`)} />
            <TextField select fullWidth margin="dense" label={t('forms.properties.type')} value={fieldTypeOf(schema)?.type ?? ''} disabled={isReadOnly} onChange={(event) => edit((body) => changeFieldType(body, field, event.target.value as FieldTypeName))}>
              {cellTypes.map((one) => (
                <MenuItem key={one.type} value={one.type}>
                  {one.title[language]}
                </MenuItem>
              ))}
            </TextField>
            <Box sx={{ display: 'flex', alignItems: 'center' }}>
              <FormControlLabel label={t('forms.properties.required')} sx={{ flex: 1 }} control={<Checkbox size="small" checked={isRequired(columns, field)} disabled={isReadOnly} onChange={(_, isOn) => edit((body) => updateField(body, field, { required: isOn }))} />} />
              {!isReadOnly && (
                <>
                  <IconButton aria-label={`${t('ra.action.move_up')} ${title}`} disabled={index === 0} onClick={() => edit((body) => moveField(body, field, section.key, index - 1))}>
                    <ArrowUpward sx={{ fontSize: 16 }} />
                  </IconButton>
                  <IconButton aria-label={`${t('ra.action.move_down')} ${title}`} disabled={index === section.fields.length - 1} onClick={() => edit((body) => moveField(body, field, section.key, index + 1))}>
                    <ArrowDownward sx={{ fontSize: 16 }} />
                  </IconButton>
                  <IconButton aria-label={`${t('shared.delete')} ${title}`} disabled={section.fields.length === 1} onClick={() => edit((body) => removeField(body, field))}>
                    <Delete sx={{ fontSize: 17 }} />
                  </IconButton>
                </>
              )}
            </Box>
          </Box>
        );
      })}
      {!isReadOnly && (
        <Button variant="text" startIcon={<Add />} onClick={() => edit((body) => addField(body, section.key, section.fields.length, 'text', undefined, language))}>
          {t('forms.properties.addColumn')}
        </Button>
      )}
    </>
  );
};
