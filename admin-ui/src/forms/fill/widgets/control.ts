import type { WidgetProps } from '@rjsf/utils';

/** Ties a control to its label, hint and error, which the field's template draws. */
export const ariaOf = ({ id, required, rawErrors }: WidgetProps) => ({
  'aria-describedby': `${id}-help ${id}-error`,
  'aria-invalid': (rawErrors?.length ?? 0) > 0,
  'aria-required': required ?? false,
});

export const isLocked = ({ disabled, readonly }: WidgetProps): boolean => Boolean(disabled || readonly);
