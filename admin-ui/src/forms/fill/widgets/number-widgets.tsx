import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import type { WidgetProps } from '@rjsf/utils';
import { type FC, useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { formatYuan } from '../../../shared/format.js';
import { fenOf, yuanOf } from '../yuan.js';
import { ariaOf } from './control.js';

/** A number being typed. What is no number yet is handed on as it is, so that the error can say so. */
const Typed: FC<WidgetProps & { read: (text: string) => unknown; write: (value: unknown) => string; unit?: string; says?: string }> = ({ read, write, unit, says, ...props }) => {
  const [text, setText] = useState(write(props.value));
  useEffect(() => setText((before) => (Object.is(read(before), props.value) ? before : write(props.value))), [props.value]);
  return (
    <TextField
      id={props.id}
      fullWidth
      margin="none"
      value={text}
      placeholder={props.placeholder}
      error={(props.rawErrors?.length ?? 0) > 0}
      helperText={says}
      onChange={(event) => {
        setText(event.target.value);
        props.onChange(read(event.target.value));
      }}
      slotProps={{
        htmlInput: { ...ariaOf(props), inputMode: 'decimal', autoComplete: 'off', style: { fontVariantNumeric: 'tabular-nums' } },
        input: unit ? { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> } : {},
      }}
    />
  );
};

const readNumber = (text: string): unknown => {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed;
};

export const QuantityWidget: FC<WidgetProps> = (props) => <Typed {...props} read={readNumber} write={(value) => String(value ?? '')} />;

/** Typed in 元, kept in integer 分 (CNY 0.01). */
export const MoneyWidget: FC<WidgetProps> = (props) => {
  const t = useTranslate();
  const fen = props.value as unknown;
  return <Typed {...props} read={fenOf} write={yuanOf} unit={t('forms.fill.yuan')} {...(typeof fen === 'number' && fen >= 1_000_00 && { says: formatYuan(fen) })} />;
};
