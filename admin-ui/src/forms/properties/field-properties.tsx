import ArrowDownward from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpward from '@mui/icons-material/ArrowUpwardOutlined';
import ContentCopy from '@mui/icons-material/ContentCopyOutlined';
import Delete from '@mui/icons-material/DeleteOutlineOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { changeFieldType, duplicateField, fieldSchema, fieldTypeOf, fieldTypes, removeField, type FieldTypeName } from '@banshi/forms';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useDesigner } from '../design/designer.js';
import { moveByStep } from '../design/drop-place.js';
import { BasicProperties } from './basic-properties.js';
import { BindingProperties } from './binding-properties.js';
import { ChoiceProperties } from './choice-properties.js';
import { LimitProperties } from './limit-properties.js';
import { PropertyGroup } from './property-group.js';
import { ShowIfProperties } from './show-if-properties.js';
import { TableProperties } from './table-properties.js';

/** Everything that a field can be told, in the order in which people ask for it. */
export const FieldProperties: FC<{ field: string }> = ({ field }) => {
  const t = useTranslate();
  const { form, problemsOf } = useDesigner();
  const schema = fieldSchema(form, field);
  if (!schema) return null;
  const type = fieldTypeOf(schema)?.type ?? null;
  const problems = problemsOf(field);
  return (
    <>
      <TypeLine field={field} type={type} />
      {problems.length > 0 && (
        <Alert severity="error" sx={{ my: 2 }}>
          {problems.map((problem) => (
            <div key={problem}>{problem}</div>
          ))}
        </Alert>
      )}
      <BasicProperties field={field} />
      {(type === 'choice' || type === 'multi-choice') && (
        <PropertyGroup title={t('forms.properties.choices')}>
          <ChoiceProperties field={field} />
        </PropertyGroup>
      )}
      {type === 'table' && (
        <PropertyGroup title={t('forms.properties.columns')}>
          <TableProperties table={field} />
        </PropertyGroup>
      )}
      <LimitProperties field={field} />
      <PropertyGroup title={t('forms.showIf.title')}>
        <ShowIfProperties field={field} />
      </PropertyGroup>
      <PropertyGroup title={t('forms.properties.understanding')}>
        <BindingProperties field={field} />
      </PropertyGroup>
    </>
  );
};

const TypeLine: FC<{ field: string; type: FieldTypeName | null }> = ({ field, type }) => {
  const t = useTranslate();
  const { run, select, isReadOnly, language } = useDesigner();
  const remove = () => {
    const { problems } = run((body) => removeField(body, field));
    if (problems.length === 0) select(null);
  };
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, mb: 1 }}>
      <TextField
        select
        margin="dense"
        label={t('forms.properties.type')}
        value={type ?? ''}
        disabled={isReadOnly}
        onChange={(event) => run((body) => changeFieldType(body, field, event.target.value as FieldTypeName))}
        sx={{ flex: 1 }}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        {type === null && <MenuItem value="">{t('forms.properties.codeOnly')}</MenuItem>}
        {fieldTypes.map((one) => (
          <MenuItem key={one.type} value={one.type}>
            {one.title[language]}
          </MenuItem>
        ))}
      </TextField>
      {!isReadOnly && (
        <>
          <IconButton aria-label={t('ra.action.move_up')} onClick={() => run((body) => moveByStep(body, field, -1))}>
            <ArrowUpward sx={{ fontSize: 17 }} />
          </IconButton>
          <IconButton aria-label={t('ra.action.move_down')} onClick={() => run((body) => moveByStep(body, field, 1))}>
            <ArrowDownward sx={{ fontSize: 17 }} />
          </IconButton>
          <IconButton aria-label={t('forms.properties.duplicate')} onClick={() => run((body) => duplicateField(body, field))}>
            <ContentCopy sx={{ fontSize: 16 }} />
          </IconButton>
          <IconButton aria-label={t('shared.delete')} onClick={remove}>
            <Delete sx={{ fontSize: 18 }} />
          </IconButton>
        </>
      )}
    </Box>
  );
};
