import { addField, addSection, columnsForm, emptyForm, isRequired, setShowIf, showIfOf, updateField, type FormBody } from '@banshi/forms';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { orderOf } from './design/designer.js';
import { dropOf, moveByStep, moveToDrop } from './design/drop-place.js';
import { selectionAt } from './design/selection-at.js';
import { FormEditor } from './form-editor.js';
import { renderEditor } from './testing/editing.js';

// A whole editor in a simulated browser is slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function sample(): FormBody {
  let form = emptyForm('Leave', 'Main');
  form = addSection(form, 1, 'More', 'more').form;
  form = addField(form, 'main', 0, 'text', 'name', 'en').form;
  form = addField(form, 'main', 1, 'resident-id', 'idNumber', 'en').form;
  form = addField(form, 'main', 2, 'choice', 'reason', 'en').form;
  form = updateField(form, 'reason', { options: [{ value: 'illness', title: '' }, { value: 'other', title: '' }] }).form;
  return addField(form, 'more', 0, 'textarea', 'note', 'en').form;
}

function open(form = sample(), at = '/') {
  vi.stubGlobal('matchMedia', (media: string) => ({ media, matches: true, addEventListener: () => undefined, removeEventListener: () => undefined }));
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ data: { slots: { items: [] }, dictionaries: { items: [] }, configItem: { versions: { items: [], totalItems: 0 } } } })));
  const editor = renderEditor<FormBody>('form', form, (edited) => <FormEditor edited={edited} />, at);
  const card = (field: string) => editor.container.querySelector<HTMLElement>(`[data-field="${field}"]`)!;
  return { ...editor, card, user: userEvent.setup() };
}

describe('canvas', () => {
  it('adds a field after the selected one from the palette and selects it', async () => {
    const { user, card, body } = open();
    await user.click(card('name'));
    await user.click(screen.getByText('手机号'));
    expect(orderOf(body())).toEqual(['name', 'mobile', 'idNumber', 'reason', 'note']);
    expect(card('mobile').getAttribute('aria-selected')).toBe('true');
    expect(document.activeElement).toBe(card('mobile'));
  });

  it('names a new field by its title until somebody writes the name', async () => {
    const { user, card, body } = open();
    await user.click(card('name'));
    await user.click(screen.getByRole('button', { name: '单行文本' }));
    expect(orderOf(body())[1]).toBe('text');
    const title = () => document.querySelector<HTMLInputElement>('[data-first-property] input')!;
    const retitle = async (text: string) => {
      await user.clear(title());
      await user.type(title(), text);
      await user.tab();
    };
    await retitle('单位名称');
    await waitFor(() => expect(orderOf(body())[1]).toBe('danWeiMingCheng'));
    // The keyboard stays where it went.
    expect(document.activeElement).toBe(screen.getByLabelText('字段名'));
    expect((document.activeElement as HTMLInputElement).value).toBe('danWeiMingCheng');
    await user.clear(screen.getByLabelText('字段名'));
    await user.type(screen.getByLabelText('字段名'), 'employer{Enter}');
    expect(orderOf(body())[1]).toBe('employer');
    await retitle('工作单位');
    expect(orderOf(body())[1]).toBe('employer');
    // A field that was there before may be read by a workflow.
    await user.click(card('note'));
    await retitle('备注说明');
    expect(orderOf(body()).at(-1)).toBe('note');
  });

  it('chooses by arrows, moves by Alt and arrows, also into the next section', async () => {
    const { user, card, body } = open();
    card('idNumber').focus();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(card('reason'));
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(orderOf(body())).toEqual(['name', 'reason', 'idNumber', 'note']);
    await user.keyboard('{Alt>}{ArrowDown}{ArrowDown}{/Alt}');
    expect(body().layout.sections.map(({ fields }) => fields.length)).toEqual([2, 2]);
    expect(document.activeElement).toBe(card('reason'));
  });

  it('duplicates by Ctrl-D, removes by Delete and undoes each alone', async () => {
    const { user, card, body, draft } = open();
    card('name').focus();
    await user.keyboard('{Control>}d{/Control}');
    expect(orderOf(body())).toEqual(['name', 'name2', 'idNumber', 'reason', 'note']);
    expect(document.activeElement).toBe(card('name2'));
    await user.keyboard('{Delete}');
    expect(orderOf(body())).toEqual(['name', 'idNumber', 'reason', 'note']);
    draft.undo();
    draft.undo();
    expect(body()).toEqual(sample());
  });

  it('refuses to remove a field that a condition reads, and says which', async () => {
    const { user, card, body } = open(setShowIf(sample(), 'note', { match: 'all', conditions: [{ field: 'reason', operator: 'equals', value: 'other' }] }));
    card('reason').focus();
    await user.keyboard('{Delete}');
    expect(orderOf(body())).toContain('reason');
    expect(screen.getByText(/显示条件用到了字段/)).toBeTruthy();
  });

  it('shows what is wrong with a field at the field', () => {
    const { card } = open(updateField(sample(), 'name', { minLength: 9, maxLength: 3 }).form);
    expect(within(card('name')).getByText(/下限大于上限/)).toBeTruthy();
  });

  it('moves to a drop by the half of the card under the pointer', () => {
    const form = sample();
    const over = { data: { current: { section: 'main', index: 2, isWide: false } }, rect: { top: 0, left: 100, width: 100, height: 40 } };
    const at = (x: number) => dropOf({ over, activatorEvent: new MouseEvent('pointerdown', { clientX: x, clientY: 5 }), delta: { x: 0, y: 0 } } as never)!;
    expect(orderOf(moveToDrop(form, 'name', at(110)).form)).toEqual(['idNumber', 'name', 'reason', 'note']);
    expect(orderOf(moveToDrop(form, 'name', at(190)).form)).toEqual(['idNumber', 'reason', 'name', 'note']);
    expect(orderOf(moveByStep(form, 'name', -1).form)).toEqual(orderOf(form));
  });
});

describe('properties', () => {
  it('changes title, requirement and options through the forms library', async () => {
    const { user, card, body } = open();
    await user.click(card('reason'));
    const title = screen.getByLabelText('标题');
    await user.clear(title);
    await user.type(title, '休学原因');
    await user.click(screen.getByLabelText('必填'));
    await user.click(screen.getByRole('button', { name: '添加选项' }));
    expect(isRequired(body(), 'reason')).toBe(true);
    expect(body().schema['properties']).toMatchObject({ reason: { title: '休学原因', enum: ['illness', 'other', '选项 3'] } });
    expect(card('reason').textContent).toContain('休学原因');
  });

  it('renames a field everywhere, once the name is complete', async () => {
    const form = setShowIf(sample(), 'note', { match: 'all', conditions: [{ field: 'reason', operator: 'equals', value: 'other' }] });
    const { user, card, body } = open(form);
    await user.click(card('reason'));
    const name = screen.getByLabelText('字段名');
    await user.clear(name);
    await user.type(name, 'cause{Enter}');
    expect(showIfOf(body(), 'note')?.conditions[0]?.field).toBe('cause');
    expect(orderOf(body())).toEqual(['name', 'idNumber', 'cause', 'note']);
  });

  it('builds a condition and the preview follows it', async () => {
    const { user, card, body } = open();
    await user.click(card('note'));
    await user.click(screen.getByRole('button', { name: '添加条件' }));
    const condition = screen.getByRole('group', { name: '条件' });
    await user.click(within(condition).getByRole('combobox', { name: '字段' }));
    await user.click(screen.getByRole('option', { name: /^Choice/ }));
    expect(showIfOf(body(), 'note')).toEqual({ match: 'all', conditions: [{ field: 'reason', operator: 'equals', value: 'illness' }] });

    await user.click(screen.getByRole('tab', { name: '预览' }));
    const preview = screen.getByRole('form', { name: 'Leave' });
    expect(within(preview).queryByLabelText(/Long text/)).toBeNull();
    await user.click(within(preview).getByLabelText('illness'));
    expect(within(preview).getByLabelText(/Long text/)).toBeTruthy();
  });

  it('edits the columns of a table without leaving it', async () => {
    const form = addField(sample(), 'more', 1, 'table', 'family', 'en').form;
    const { user, card, body } = open(form);
    await user.click(card('family'));
    await user.click(screen.getByRole('button', { name: '添加列' }));
    expect(columnsForm(body(), 'family')?.layout.sections[0]?.fields).toHaveLength(2);
    expect(card('family').getAttribute('aria-selected')).toBe('true');
  });
});

describe('code', () => {
  const typeIn = (container: HTMLElement) => container.querySelector<HTMLElement>('.cm-content');

  it('follows the design', async () => {
    const { container, draft } = open(sample(), '/?tab=code');
    await waitFor(() => expect(typeIn(container)).toBeTruthy(), { timeout: 10_000 });
    expect(typeIn(container)!.textContent).toContain('"title": "Leave"');
    draft.change((form) => ({ ...form, title: '休学申请' }));
    await waitFor(() => expect(typeIn(container)!.textContent).toContain('休学申请'));
  });
});

describe('deep links', () => {
  it('finds the field that a pointer lies in', () => {
    const form = setShowIf(sample(), 'note', { match: 'all', conditions: [{ field: 'reason', operator: 'filled' }] });
    expect(selectionAt(form, '/schema/properties/idNumber/format')).toEqual({ field: 'idNumber' });
    expect(selectionAt(form, '/layout/sections/1/fields/0/width')).toEqual({ field: 'note' });
    expect(selectionAt(form, '/layout/sections/1')).toEqual({ section: 'more' });
    expect(selectionAt(form, '/schema/allOf/0/if')).toEqual({ field: 'note' });
    expect(selectionAt(form, '/title')).toBeNull();
  });

  it('selects and focuses the field of the address', async () => {
    const { card } = open(sample(), `/?at=${encodeURIComponent('/schema/properties/idNumber')}`);
    await waitFor(() => expect(document.activeElement).toBe(card('idNumber')));
  });
});
