import { addField, addSection, emptyForm, setShowIf, updateField, type FieldError, type FormBody, type FormData } from '@banshi/forms';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type FC, useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Surroundings } from '../testing/editing.js';
import { choicesOf } from './fill-schema.js';
import { FormFill, type FormFillProps } from './form-fill.js';
import { fenOf, yuanOf } from './yuan.js';

afterEach(cleanup);

function sample(): FormBody {
  let form = emptyForm('失业保险金申领', '申请人');
  form = addField(form, 'main', 0, 'resident-id', 'idNumber').form;
  form = addField(form, 'main', 1, 'money', 'amount').form;
  form = addField(form, 'main', 2, 'boolean', 'hasAgent').form;
  form = addSection(form, 1, '代办', 'agent').form;
  form = addField(form, 'agent', 0, 'mobile', 'agentMobile').form;
  form = addField(form, 'agent', 1, 'division', 'division').form;
  form = addField(form, 'agent', 2, 'table', 'family').form;
  form = updateField(form, 'idNumber', { required: true }).form;
  form = updateField(form, 'agentMobile', { required: true }).form;
  return setShowIf(form, 'agentMobile', { match: 'all', conditions: [{ field: 'hasAgent', operator: 'equals', value: true }] });
}

function fill(props: Partial<FormFillProps> = {}, start: FormData = {}) {
  let current = start;
  const Filled: FC = () => {
    const [data, setData] = useState(start);
    current = data;
    return <FormFill form={sample()} dictionaries={{}} language="zh" data={data} onChange={setData} {...props} />;
  };
  render(
    <Surroundings>
      <Filled />
    </Surroundings>,
  );
  return { user: userEvent.setup(), data: () => current };
}

describe('filling a form', () => {
  it('says at the field why a complete number is wrong, and that it is right once it is', async () => {
    const { user, data } = fill();
    const id = screen.getByLabelText(/身份证号/);
    await user.type(id, '110101198001011234');
    expect(screen.getByText(/校验码错误/)).toBeTruthy();
    expect(id.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(id.getAttribute('aria-describedby')!.split(' ')[1]!)?.textContent).toMatch(/校验码错误/);
    await user.clear(id);
    await user.type(id, '１10101199003070118');
    expect(data()['idNumber']).toBe('110101199003070118');
  });

  it('waits with errors until the field was left, and shows all of them at the button', async () => {
    const onSubmit = vi.fn();
    const { user } = fill({ onSubmit });
    await user.type(screen.getByLabelText(/身份证号/), '1101');
    expect(screen.queryByText(/应为 18 位|长度应为/)).toBeNull();
    await user.tab();
    expect(screen.getByText(/应为 18 位|长度应为/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '提交' }));
    expect(onSubmit).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toContain('有 1 处');
    expect(document.activeElement).toBe(screen.getByLabelText(/身份证号/));
  });

  it('keeps money as integer fen', async () => {
    const { user, data } = fill();
    await user.type(screen.getByLabelText(/金额/), '1234.5');
    expect(data()['amount']).toBe(123_450);
    await user.clear(screen.getByLabelText(/金额/));
    expect('amount' in data()).toBe(false);
    await user.type(screen.getByLabelText(/金额/), '12元');
    await user.tab();
    expect(screen.getByText(/应为整数/)).toBeTruthy();
  });

  it('shows a field by its condition and drops its value when it is hidden again', async () => {
    const { user, data } = fill();
    expect(screen.queryByLabelText(/手机号/)).toBeNull();
    await user.click(screen.getByLabelText('是'));
    await user.type(screen.getByLabelText(/手机号/), '13800138000');
    expect(data()['agentMobile']).toBe('13800138000');
    await user.click(screen.getByLabelText('否'));
    expect(data()).toEqual({ hasAgent: false });
  });

  it('descends from province to county', async () => {
    const { user, data } = fill();
    const group = screen.getByRole('group', { name: /行政区划/ });
    const choose = async (level: string, name: string) => {
      await user.click(within(group).getByRole('combobox', { name: level }));
      await user.click(screen.getByRole('option', { name }));
    };
    await choose('省份', '四川省');
    expect(data()['division']).toBe('510000');
    await choose('城市', '广安市');
    await choose('区县', '广安区');
    expect(data()['division']).toBe('511602');
  });

  it('adds and removes rows of a table', async () => {
    const { user, data } = fill();
    await user.click(screen.getByRole('button', { name: '添加一行' }));
    await user.type(within(screen.getByRole('group', { name: '第 1 行' })).getByLabelText(/名称/), '张三');
    expect(data()['family']).toEqual([{ name: '张三' }]);
    await user.click(screen.getByRole('button', { name: '删除第 1 行' }));
    expect(data()['family']).toEqual([]);
  });

  it('shows what the server found until the field is changed', async () => {
    const errors: FieldError[] = [{ path: '/idNumber', field: 'idNumber', code: 'taken', params: {}, message: '身份证号：已有一件在办' }];
    const { user } = fill({ errors }, { idNumber: '110101199003070118' });
    expect(screen.getByText('已有一件在办')).toBeTruthy();
    await user.type(screen.getByLabelText(/身份证号/), '1');
    expect(screen.queryByText('已有一件在办')).toBeNull();
  });

  it('shows read-only and hidden fields as the step says', () => {
    fill({ access: { default: 'edit', access: { idNumber: 'read', amount: 'hidden' } } }, { idNumber: '110101199003070118' });
    expect(screen.getByLabelText(/身份证号/).textContent).toContain('110101199003070118');
    expect(screen.queryByRole('textbox', { name: /身份证号/ })).toBeNull();
    expect(screen.queryByLabelText(/金额/)).toBeNull();
  });
});

describe('choices', () => {
  it('puts the entries of a dictionary under their parents and leaves out disabled ones', () => {
    const entries = [
      { code: 'b', title: 'B', parent: 'a' },
      { code: 'a', title: 'A' },
      { code: 'c', title: 'C', disabled: true },
    ];
    expect(choicesOf({ type: 'string', 'x-dictionary': 'd' }, { d: { title: '', description: '', entries } })).toEqual([
      { value: 'a', title: 'A', depth: 0 },
      { value: 'b', title: 'B', depth: 1 },
    ]);
  });
});

describe('money as typed', () => {
  it('moves digits instead of multiplying', () => {
    expect(['0.29', '1,234.5', '12', '0', '', '1.234', 'x', '-3'].map(fenOf)).toEqual([29, 123_450, 1200, 0, undefined, '1.234', 'x', -300]);
    expect([29, 123_450, 1200, 0, undefined].map(yuanOf)).toEqual(['0.29', '1234.50', '12', '0', '']);
  });
});
