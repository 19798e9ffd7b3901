import type { EligibilityCondition, ProfileField } from '@banshi/policies';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nContextProvider } from 'react-admin';
import { afterEach, expect, it } from 'vitest';
import { i18nProvider } from '../../providers/i18n-provider.js';
import { TryOut } from './try-out.js';

const field = (name: string, title: string, type: ProfileField['type'], over: Partial<ProfileField> = {}): ProfileField => ({ name, title, type, unit: '', dictionary: null, question: '', sensitive: false, sources: [], ...over });
const vocabulary = { fields: [field('age', 'Age', 'number'), field('income', 'Income', 'money'), field('isDisabled', 'Disability', 'boolean', { sensitive: true }), field('unread', 'Unread', 'text')], dictionaries: {}, services: [] };
const conditions: EligibilityCondition[] = [
  { key: 'age', title: 'Sixty or older', condition: 'age >= 60' },
  { key: 'need', title: 'In need', condition: 'income < 100000 or isDisabled' },
];

afterEach(cleanup);

it('judges a sample person at every stroke, with reasons and what would be asked', async () => {
  const user = userEvent.setup();
  render(
    <I18nContextProvider value={i18nProvider}>
      <TryOut conditions={conditions} vocabulary={vocabulary} />
    </I18nContextProvider>,
  );
  const status = () => screen.getByRole('status').textContent;
  expect(status()).toMatch(/Age.*Income.*Disability/);
  expect(screen.queryByLabelText('Unread')).toBeNull();
  await user.type(screen.getByLabelText('Age'), '67');
  expect(status()).toContain('67');
  await user.type(screen.getByRole('textbox', { name: /Income/ }), '999.99');
  expect(status()).toContain('999.99');
  expect(status()).not.toContain('Disability');
  await user.clear(screen.getByLabelText('Age'));
  await user.type(screen.getByLabelText('Age'), '5');
  expect(status()).toMatch(/不符合|Does not fit/);
});
