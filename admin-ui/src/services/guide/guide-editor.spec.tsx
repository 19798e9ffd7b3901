import { validateBody } from '@banshi/bundle';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderEditor } from '../../forms/testing/editing.js';
import { newService, type ServiceBody } from '../service.js';
import { GuideEditor } from './guide-editor.js';

beforeEach(() => {
  const data = { serviceFacets: { types: [], departments: [], audiences: [], themes: [] }, orgUnits: { items: [{ id: '1', key: 'hrss', title: '人社局', kind: 'department', parentId: null }], totalItems: 1 } };
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ data })));
});
// A whole editor in a simulated browser is slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const open = (change: (body: ServiceBody) => ServiceBody = (body) => body) => ({
  ...renderEditor<ServiceBody>('service', change(newService('payment', 'hrss')('失业保险金申领')), (edited) => <GuideEditor edited={edited} />),
  user: userEvent.setup(),
});
/** By selector: looking for roles in a page of this size takes seconds in a simulated browser. */
const list = (name: string) => within(document.querySelector<HTMLElement>(`section[aria-label="${name}"]`)!);

describe('guide', () => {
  it('starts a new row with valid content, ready to be typed over', async () => {
    const { user, body } = open();
    for (const name of ['申请材料', '办理流程', '收费', '设定依据', '办理结果', '常见问题']) await user.click(list(name).getByText('添加'));
    expect(validateBody('service', body())).toEqual([]);
    expect(body().guide.materials).toEqual([{ name: '材料 1', copies: 1, form: 'original', necessity: 'required' }]);
    expect(body().guide.faq).toEqual([{ question: '问题 1', answer: '' }]);
  });

  it('keeps fees as integer fen', async () => {
    const { user, body } = open((service) => ({ ...service, guide: { ...service.guide, fees: [{ name: '工本费', amount: 1990, basis: '' }] } }));
    const amount = screen.getByLabelText('金额（元）');
    expect(amount).toHaveProperty('value', '19.90');
    await user.clear(amount);
    await user.type(amount, '0.29');
    expect(body().guide.fees[0]?.amount).toBe(29);
    await user.type(amount, 'x');
    expect(amount.getAttribute('aria-invalid')).toBe('true');
    expect(body().guide.fees[0]?.amount).toBe(29);
  });

  it('moves rows by Alt and arrows, removes them, and undoes', async () => {
    const steps = ['申请', '审查', '发放'].map((title) => ({ title, detail: '' }));
    const { user, body, draft } = open((service) => ({ ...service, guide: { ...service.guide, steps } }));
    const titles = () => body().guide.steps.map(({ title }) => title);
    list('办理流程').getAllByLabelText('步骤名称')[2]!.focus();
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(titles()).toEqual(['申请', '发放', '审查']);
    await user.click(screen.getByLabelText('删除 办理流程 1'));
    expect(titles()).toEqual(['发放', '审查']);
    draft.undo();
    draft.undo();
    expect(titles()).toEqual(['申请', '审查', '发放']);
  });

  it('asks when a material is needed only if it depends', async () => {
    const { user, body } = open((service) => ({ ...service, guide: { ...service.guide, materials: [{ name: '委托书', copies: 1, form: 'original', necessity: 'required' }] } }));
    expect(screen.queryByLabelText('什么情形下需要')).toBeNull();
    await user.click(screen.getByRole('combobox', { name: '必要性' }));
    await user.click(screen.getByRole('option', { name: '视情形' }));
    await user.type(screen.getByLabelText('什么情形下需要'), '委托他人代办的');
    expect(body().guide.materials[0]).toMatchObject({ necessity: 'conditional', condition: '委托他人代办的' });
    await user.clear(screen.getByLabelText('什么情形下需要'));
    expect(body().guide.materials[0]).not.toHaveProperty('condition');
  });

  it('sets and lifts a time limit', async () => {
    const { user, body } = open();
    await user.click(screen.getByRole('switch', { name: '承诺时限' }));
    expect(body().guide.promisedLimit).toEqual({ amount: 20, unit: 'workday' });
    await user.click(screen.getByRole('switch', { name: '承诺时限' }));
    expect(body().guide.promisedLimit).toBeNull();
  });
});
