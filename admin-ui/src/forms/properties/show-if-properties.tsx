import Add from '@mui/icons-material/AddOutlined';
import Close from '@mui/icons-material/CloseOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { fieldSchema, fieldTitle, fieldTypeOf, hasShowIf, setShowIf, showIfOf, type ConditionOperator, type FieldCondition, type FormBody, type ShowIf } from '@banshi/forms';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { orderOf, useDesigner } from '../design/designer.js';
import { conditionWith, firstCondition, operatorsOf } from './condition.js';
import { ConditionValue } from './condition-value.js';

/** When the field is shown: all or any of some tests of other fields. A condition written by hand stays in the code tab. */
export const ShowIfProperties: FC<{ field: string }> = ({ field }) => {
  const t = useTranslate();
  const { form, run, isReadOnly } = useDesigner();
  const showIf = showIfOf(form, field);
  const others = orderOf(form).filter((name) => name !== field && operatorsOf(form, name).length > 0);
  const set = (next: ShowIf | null, group?: string) => run((body) => ({ form: setShowIf(body, field, next), problems: [] }), group);

  if (!showIf && hasShowIf(form, field)) return <Alert severity="info">{t('forms.showIf.byHand')}</Alert>;
  const add = () => {
    const first = others[0];
    if (first) set({ match: showIf?.match ?? 'all', conditions: [...(showIf?.conditions ?? []), firstCondition(form, first)] });
  };
  const replace = (index: number, condition: FieldCondition) => showIf && set({ ...showIf, conditions: showIf.conditions.with(index, condition) }, `${field}/showIf/${index}`);
  const remove = (index: number) => {
    if (!showIf) return;
    const conditions = showIf.conditions.toSpliced(index, 1);
    set(conditions.length > 0 ? { ...showIf, conditions } : null);
  };
  return (
    <>
      {!showIf && <Typography color="text.secondary">{others.length > 0 ? t('forms.showIf.always') : t('forms.showIf.noOthers')}</Typography>}
      {showIf && showIf.conditions.length > 1 && (
        <TextField select fullWidth margin="dense" label={t('forms.showIf.match')} value={showIf.match} disabled={isReadOnly} onChange={(event) => set({ ...showIf, match: event.target.value as ShowIf['match'] })}>
          {(['all', 'any'] as const).map((match) => (
            <MenuItem key={match} value={match}>
              {t(`forms.showIf.${match}`)}
            </MenuItem>
          ))}
        </TextField>
      )}
      {showIf?.conditions.map((condition, index) => (
        <ConditionRow key={index} form={form} condition={condition} fields={others} isReadOnly={isReadOnly} onChange={(next) => replace(index, next)} onRemove={() => remove(index)} />
      ))}
      {!isReadOnly && others.length > 0 && (
        <Button variant="text" startIcon={<Add />} onClick={add} sx={{ mt: 1 }}>
          {t('forms.showIf.add')}
        </Button>
      )}
    </>
  );
};

interface ConditionRowProps {
  form: FormBody;
  condition: FieldCondition;
  fields: string[];
  isReadOnly: boolean;
  onChange: (condition: FieldCondition) => void;
  onRemove: () => void;
}

const ConditionRow: FC<ConditionRowProps> = ({ form, condition, fields, isReadOnly, onChange, onRemove }) => {
  const t = useTranslate();
  const operators = operatorsOf(form, condition.field);
  const shown = operators.includes(condition.operator) ? operators : [...operators, condition.operator];
  const known = fields.includes(condition.field) ? fields : [...fields, condition.field];
  return (
    <Box role="group" aria-label={t('forms.showIf.condition')} sx={{ position: 'relative', border: 1, borderColor: 'divider', borderRadius: 1, p: 2, pr: 8, mb: 2 }}>
      <TextField select fullWidth margin="dense" label={t('forms.showIf.field')} value={condition.field} disabled={isReadOnly} onChange={(event) => onChange(firstCondition(form, event.target.value))}>
        {known.map((name) => (
          <MenuItem key={name} value={name}>
            {fieldTitle(form, name)}
          </MenuItem>
        ))}
      </TextField>
      <TextField select fullWidth margin="dense" label={t('forms.showIf.operator')} value={condition.operator} disabled={isReadOnly} onChange={(event) => onChange(conditionWith(form, condition, event.target.value as ConditionOperator))}>
        {shown.map((operator) => (
          <MenuItem key={operator} value={operator}>
            {t(`forms.operator.${operator}`)}
          </MenuItem>
        ))}
      </TextField>
      {condition.operator !== 'filled' && <ConditionValue schema={fieldSchema(form, condition.field) ?? {}} type={fieldTypeOf(fieldSchema(form, condition.field))?.type ?? null} condition={condition} isReadOnly={isReadOnly} onChange={onChange} />}
      {!isReadOnly && (
        <IconButton aria-label={t('forms.showIf.remove')} onClick={onRemove} sx={{ position: 'absolute', top: 8, right: 4 }}>
          <Close sx={{ fontSize: 17 }} />
        </IconButton>
      )}
    </Box>
  );
};
