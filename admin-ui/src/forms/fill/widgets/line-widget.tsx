import CheckCircle from '@mui/icons-material/CheckCircleOutlined';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import type { WidgetProps } from '@rjsf/utils';
import { checkBankCard, checkCreditCode, checkMobile, checkPhone, checkResidentId, foldWidth } from '@banshi/values';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { ariaOf, isLocked } from './control.js';

const checks: Record<string, (text: string) => { valid: boolean }> = { 'resident-id': checkResidentId, 'credit-code': checkCreditCode, mobile: checkMobile, phone: checkPhone, 'bank-card': checkBankCard };
const digits = new Set(['mobile', 'phone', 'bank-card']);

/** Numbers are kept as the checks want them: half-width, without blanks, letters in capitals. */
const tidy = (type: string, text: string) => (type in checks ? foldWidth(text).replaceAll(/\s/g, '').toUpperCase() : text);

/** One line of text. A number with a check of its own says at once when it is right; when it is wrong the field's error says why. */
export const LineWidget: FC<WidgetProps> = (props) => {
  const t = useTranslate();
  const type = String(props.options['fieldType'] ?? '');
  const value = (props.value as string | undefined) ?? '';
  const isRight = value !== '' && checks[type]?.(value).valid;
  return (
    <TextField
      id={props.id}
      fullWidth
      margin="none"
      value={value}
      placeholder={props.placeholder}
      error={(props.rawErrors?.length ?? 0) > 0}
      onChange={(event) => props.onChange(tidy(type, event.target.value) || undefined)}
      slotProps={{
        htmlInput: { ...ariaOf(props), readOnly: isLocked(props), inputMode: digits.has(type) ? 'numeric' : undefined, autoComplete: 'off' },
        input: {
          endAdornment: isRight && (
            <InputAdornment position="end">
              <CheckCircle fontSize="small" color="success" titleAccess={t('forms.fill.isRight')} />
            </InputAdornment>
          ),
        },
      }}
    />
  );
};

export const LongTextWidget: FC<WidgetProps> = (props) => {
  const max = props.schema.maxLength;
  const value = (props.value as string | undefined) ?? '';
  return (
    <TextField
      id={props.id}
      fullWidth
      multiline
      minRows={3}
      maxRows={12}
      margin="none"
      value={value}
      placeholder={props.placeholder}
      error={(props.rawErrors?.length ?? 0) > 0}
      helperText={max !== undefined && value.length > max * 0.8 ? `${[...value].length} / ${max}` : undefined}
      onChange={(event) => props.onChange(event.target.value || undefined)}
      slotProps={{ htmlInput: { ...ariaOf(props), readOnly: isLocked(props) } }}
    />
  );
};

/** A calendar day, as ISO 8601. */
export const DayWidget: FC<WidgetProps> = (props) => (
  <TextField
    id={props.id}
    type="date"
    fullWidth
    margin="none"
    value={(props.value as string | undefined) ?? ''}
    error={(props.rawErrors?.length ?? 0) > 0}
    onChange={(event) => props.onChange(event.target.value || undefined)}
    slotProps={{ htmlInput: { ...ariaOf(props), readOnly: isLocked(props), max: '9999-12-31' } }}
  />
);
