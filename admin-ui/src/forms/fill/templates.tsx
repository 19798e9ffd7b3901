import Add from '@mui/icons-material/AddOutlined';
import ArrowDownward from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpward from '@mui/icons-material/ArrowUpwardOutlined';
import Delete from '@mui/icons-material/DeleteOutlineOutlined';
import Error from '@mui/icons-material/ErrorOutlineOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import type { ArrayFieldItemTemplateProps, ArrayFieldTemplateProps, FieldTemplateProps, ObjectFieldTemplateProps } from '@rjsf/utils';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { withoutTitle } from './field-message.js';
import type { FillContext } from './form-fill.js';

/** Label above, control, hint, error: each tied to the control for screen readers. */
const FieldTemplate: FC<FieldTemplateProps> = ({ id, label, required, readonly, hidden, children, rawErrors, rawHelp, rawDescription, schema, uiSchema, fieldPathId, registry }) => {
  const t = useTranslate();
  if (hidden) return <div hidden>{children}</div>;
  const isPlain = schema.type === 'object' && fieldPathId.path.length !== 1;
  if (isPlain) return children;
  const { marks } = registry.formContext as FillContext;
  const name = String(fieldPathId.path[0]);
  const options = (uiSchema?.['ui:options'] ?? {}) as { isGroup?: boolean; hint?: string; width?: string };
  const isTop = fieldPathId.path.length === 1;
  // How to fill a field in says nothing to whoever reads it.
  const help = readonly ? [] : [rawDescription, rawHelp, options.hint].filter(Boolean);
  const mark = isTop ? marks[name] : undefined;
  const errors = [...new Set(rawErrors ?? [])].map((message) => withoutTitle(message, label));
  return (
    <Box {...(isTop && { 'data-fill-field': name })} sx={{ minWidth: 0, gridColumn: options.width === 'full' ? '1 / -1' : undefined }}>
      <Typography id={`${id}-label`} component={options.isGroup || readonly ? 'div' : 'label'} {...(!options.isGroup && !readonly && { htmlFor: id })} variant="subtitle2" sx={{ display: 'block', ...(readonly ? { color: 'text.secondary', fontWeight: 400 } : { mb: 1 }) }}>
        {label}
        {required && !readonly && (
          <Box component="span" sx={{ color: 'error.main', ml: 0.5 }} aria-hidden>
            *
          </Box>
        )}
        {!required && !readonly && (
          <Typography component="span" variant="caption" color="text.secondary" sx={{ ml: 1 }}>
            {t('forms.fill.optional')}
          </Typography>
        )}
      </Typography>
      {children}
      <Box id={`${id}-help`}>
        {mark && (
          <Typography variant="caption" component="div" sx={{ color: 'primary.main', mt: 0.5 }}>
            {mark}
          </Typography>
        )}
        {help.map((text) => (
          <Typography key={String(text)} variant="caption" color="text.secondary" component="div" sx={{ mt: 0.5 }}>
            {text}
          </Typography>
        ))}
      </Box>
      <Box id={`${id}-error`} aria-live="polite">
        {errors.map((message) => (
          <Typography key={message} variant="caption" component="div" sx={{ color: 'error.main', display: 'flex', gap: 1, alignItems: 'flex-start', mt: 0.5 }}>
            <Error sx={{ fontSize: 14, mt: 0.5, flexShrink: 0 }} aria-hidden />
            <span>{message}</span>
          </Typography>
        ))}
      </Box>
    </Box>
  );
};

/** The whole form in its sections; an object inside (a row of a table) as a small grid. */
const ObjectFieldTemplate: FC<ObjectFieldTemplateProps> = ({ properties, fieldPathId, registry }) => {
  if (fieldPathId.path.length > 0) return <div className="fill-grid">{properties.map(({ content }) => content)}</div>;
  const { form } = registry.formContext as FillContext;
  const contents = new Map(properties.map(({ name, content }) => [name, content]));
  const sections = form.layout.sections
    .map((section) => ({ ...section, shown: section.fields.filter(({ field }) => contents.has(field)) }))
    .filter(({ shown }) => shown.length > 0);
  const placed = new Set(sections.flatMap(({ shown }) => shown.map(({ field }) => field)));
  const rest = [...contents].filter(([name]) => !placed.has(name)).map(([, content]) => content);
  return (
    <>
      {sections.map(({ key, title, description, shown }) => (
        <Box component="section" key={key} aria-label={title} sx={{ '& + &': { mt: 6 } }}>
          <Box sx={{ mb: 3, pb: 1, borderBottom: 1, borderColor: 'divider' }}>
            <Typography variant="h2">{title}</Typography>
            {description && <Typography color="text.secondary">{description}</Typography>}
          </Box>
          <div className="fill-grid">{shown.map(({ field }) => contents.get(field))}</div>
        </Box>
      ))}
      {rest.length > 0 && (
        <Box className="fill-grid" sx={{ mt: 4 }}>
          {rest}
        </Box>
      )}
    </>
  );
};

const ArrayFieldTemplate: FC<ArrayFieldTemplateProps> = ({ items, canAdd, onAddClick, readonly, disabled, fieldPathId }) => {
  const t = useTranslate();
  return (
    <Box role="group" aria-labelledby={`${fieldPathId.$id}-label`} aria-describedby={`${fieldPathId.$id}-error`}>
      {items}
      {items.length === 0 && (
        <Typography color="text.secondary" sx={{ mb: 2 }}>
          {t('forms.fill.noRows')}
        </Typography>
      )}
      {canAdd && !readonly && !disabled && (
        <Button variant="outlined" startIcon={<Add />} onClick={onAddClick}>
          {t('forms.fill.addRow')}
        </Button>
      )}
    </Box>
  );
};

const ArrayFieldItemTemplate: FC<ArrayFieldItemTemplateProps> = ({ children, index, totalItems, buttonsProps, readonly }) => {
  const t = useTranslate();
  const row = index + 1;
  return (
    <Box role="group" aria-label={t('forms.fill.row', { n: row })} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 3, mb: 2 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', mb: 2 }}>
        <Typography variant="caption" color="text.secondary" sx={{ flex: 1 }}>
          {t('forms.fill.row', { n: row })}
        </Typography>
        {!readonly && (
          <>
            <IconButton aria-label={t('forms.fill.rowUp', { n: row })} disabled={index === 0} onClick={buttonsProps.onMoveUpItem}>
              <ArrowUpward sx={{ fontSize: 16 }} />
            </IconButton>
            <IconButton aria-label={t('forms.fill.rowDown', { n: row })} disabled={row === totalItems} onClick={buttonsProps.onMoveDownItem}>
              <ArrowDownward sx={{ fontSize: 16 }} />
            </IconButton>
            <IconButton aria-label={t('forms.fill.rowRemove', { n: row })} onClick={buttonsProps.onRemoveItem}>
              <Delete sx={{ fontSize: 17 }} />
            </IconButton>
          </>
        )}
      </Box>
      {children}
    </Box>
  );
};

export const templates = { FieldTemplate, ObjectFieldTemplate, ArrayFieldTemplate, ArrayFieldItemTemplate };
