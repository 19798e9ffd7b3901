import { divisionFullName } from '@banshi/values';
import type { WidgetProps } from '@rjsf/utils';
import { formatYuan } from '../../../shared/format.js';
import type { Choice } from '../fill-schema.js';
import type { AsText } from './read-text.js';

const plain = (value: unknown): string | null => (value === undefined || value === null || value === '' ? null : String(value));
const titleIn = ({ options }: WidgetProps, value: unknown) => ((options['choices'] as Choice[] | undefined) ?? []).find((choice) => choice.value === value)?.title ?? plain(value);

export const lineText: AsText = ({ value }) => plain(value);
export const moneyText: AsText = ({ value }) => (typeof value === 'number' && Number.isSafeInteger(value) ? formatYuan(value) : plain(value));
export const yesNoText: AsText = ({ value }, t) => (typeof value === 'boolean' ? t(`ra.boolean.${value}`) : null);
export const choiceText: AsText = (props) => titleIn(props, props.value);
export const choicesText: AsText = (props, t) => (Array.isArray(props.value) && props.value.length > 0 ? props.value.map((value: unknown) => titleIn(props, value)).join(t('shared.separator')) : null);
/** A code that is in no list is shown as it is: it may be right in another year's. */
export const divisionText: AsText = ({ value }) => (typeof value === 'string' && value !== '' ? divisionFullName(value) || value : null);
