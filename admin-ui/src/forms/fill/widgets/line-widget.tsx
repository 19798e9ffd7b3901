import CheckCircle from '@mui/icons-material/CheckCircleOutlined';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import type { WidgetProps } from '@rjsf/utils';
import { checkBankCard, checkCreditCode, checkMobile, checkPhone, checkResidentId, foldWidth } from '@banshi/values';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { ariaOf } from './control.js';

const checks: Record<string, (text: string) => { valid: boolean }> = { 'resident-id': checkResidentId, 'credit-code': checkCreditCode, mobile: checkMobile, phone: checkPhone, 'bank-card': checkBankCard };
const digits = new Set(['mobile', 'phone', 'bank-card']);

/** Numbers are kept as the checks want them: half-width, without blanks, letters in capitals. */
const tidy = (type: string, text: string) => (type in checks ? foldWidth(text).replaceAll(/\s/g, '').toUpperCase() : text);

/** Whether the value is a number whose own check says that it is right. */
export const isChecked = ({ options, value }: WidgetProps): boolean => typeof value === 'string' && value !== '' && (checks[String(options['fieldType'] ?? '')]?.(value).valid ?? false);

/** One line of text. A number with a check of its own says at once when it is right; when it is wrong the field's error says why. */
export const LineWidget: FC<WidgetProps> = (props) => {
  const t = useTranslate();
  const type = String(props.options['fieldType'] ?? '');
  const value = (props.value as string | undefined) ?? '';
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
        htmlInput: { ...ariaOf(props), inputMode: digits.has(type) ? 'numeric' : undefined, autoComplete: 'off' },
        input: {
          endAdornment: isChecked(props) && (
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
      slotProps={{ htmlInput: ariaOf(props) }}
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
    slotProps={{ htmlInput: { ...ariaOf(props), max: '9999-12-31' } }}
  />
);
