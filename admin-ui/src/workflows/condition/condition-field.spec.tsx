import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type FC, useState } from 'react';
import { I18nContextProvider } from 'react-admin';
import { afterEach, describe, expect, it } from 'vitest';
import { i18nProvider } from '../../providers/i18n-provider.js';
import type { Variable } from '../scope/workflow-scope.js';
import { ConditionField } from './condition-field.js';

const variables: Variable[] = [
  { name: 'reviewResult', title: 'Review', type: { kind: 'string' }, from: 'outcome', options: [{ value: 'approved', title: 'Approve' }, { value: 'refused', title: 'Refuse' }] },
  { name: 'amount', title: 'Amount', type: { kind: 'number' }, from: 'field', options: [] },
];

const Field: FC = () => {
  const [value, setValue] = useState('');
  return (
    <I18nContextProvider value={i18nProvider}>
      <ConditionField value={value} variables={variables} isOpen={false} isReadOnly={false} onChange={setValue} />
    </I18nContextProvider>
  );
};

const typed = async (text: string) => {
  const user = userEvent.setup();
  render(<Field />);
  const field = screen.getByRole<HTMLTextAreaElement>('combobox');
  await user.click(field);
  await user.type(field, text);
  return { user, field };
};

afterEach(cleanup);

describe('ConditionField', () => {
  it('completes variable and value by keyboard alone', async () => {
    const { user, field } = await typed('review');
    expect(screen.getAllByRole('option')).toHaveLength(1);
    await user.keyboard('{Enter}= {ArrowDown}{Enter}');
    expect(field.value.trim()).toBe('reviewResult = "refused"');
    expect(screen.getByRole('status').textContent).toContain('Refuse');
  });

  it('says what is wrong', async () => {
    await typed('amount = "5"');
    expect(screen.getByRole('status').textContent).toContain('=');
    expect(screen.getByRole('status').querySelector('[data-testid="ErrorOutlineOutlinedIcon"]')).not.toBeNull();
  });

  it('closes the list with Escape and keeps what was typed', async () => {
    const { user, field } = await typed('am');
    await user.keyboard('{Escape}');
    expect(screen.queryAllByRole('option')).toHaveLength(0);
    expect(field.value).toBe('am');
  });
});
