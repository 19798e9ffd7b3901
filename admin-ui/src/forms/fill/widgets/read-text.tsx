import CheckCircle from '@mui/icons-material/CheckCircleOutlined';
import Box from '@mui/material/Box';
import type { WidgetProps } from '@rjsf/utils';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { isLocked } from './control.js';

/** What stands in place of a control that cannot be changed; null for nothing filled in. */
export type AsText = (props: WidgetProps, t: (key: string) => string) => string | null;

/** A field to read: its value as text, not a control that refuses. `isRight` marks a number whose check digit holds. */
const ReadText: FC<{ id: string; text: string | null; isRight: boolean }> = ({ id, text, isRight }) => {
  const t = useTranslate();
  return (
    <Box id={id} role="group" aria-labelledby={`${id}-label`} sx={{ minHeight: 24, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', color: text === null ? 'text.secondary' : 'text.primary' }}>
      {text ?? t('forms.fill.notFilled')}
      {isRight && <CheckCircle color="success" titleAccess={t('forms.fill.isRight')} sx={{ fontSize: 16, ml: 1.5, verticalAlign: '-3px' }} />}
    </Box>
  );
};

/** The widget where it may be changed, its value as text where it may not. */
export function readable(Widget: FC<WidgetProps>, asText: AsText, isRight: (props: WidgetProps) => boolean = () => false): FC<WidgetProps> {
  const Readable: FC<WidgetProps> = (props) => {
    const t = useTranslate();
    if (!isLocked(props)) return <Widget {...props} />;
    return <ReadText id={props.id} text={asText(props, t)} isRight={isRight(props)} />;
  };
  return Readable;
}
