import { addField, emptyForm, type FormBody } from '@banshi/forms';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderEditor } from '../testing/editing.js';
import { FormCode } from './form-code.js';
import { lineOfPointer, syntaxProblem } from './json-lines.js';

// The editing surface itself belongs to CodeMirror and needs a browser; a plain text box stands for it here.
vi.mock('./json-area.js', () => ({
  default: ({ value, label, onChange, lines }: { value: string; label: string; onChange: (text: string) => void; lines: number[] }) => <textarea aria-label={label} data-lines={lines.join()} value={value} onChange={(event) => onChange(event.target.value)} />,
}));
afterEach(cleanup);

const sample = (): FormBody => addField(emptyForm('Leave', 'Main'), 'main', 0, 'text', 'name', 'en').form;

async function open() {
  const onTrouble = vi.fn();
  const editor = renderEditor<FormBody>('form', sample(), (edited) => <FormCode edited={edited} language="zh" onTrouble={onTrouble} />);
  const area = (await screen.findByRole('textbox', { name: '代码' })) as HTMLTextAreaElement;
  const user = userEvent.setup();
  const type = async (text: string) => {
    await user.clear(area);
    await user.paste(text);
  };
  return { ...editor, area, user, type, onTrouble };
}

describe('the code of a form', () => {
  it('becomes the draft as soon as it is a form', async () => {
    const { area, type, body } = await open();
    await type(area.value.replace('Leave', '休学申请'));
    expect(body().title).toBe('休学申请');
  });

  it('keeps a broken text and the draft as it was, and names the line', async () => {
    const { area, user, type, body, onTrouble } = await open();
    const broken = area.value.replace('"title": "Leave",', '"title": "Leave"');
    await type(broken);
    expect(area.value).toBe(broken);
    expect(body()).toEqual(sample());
    expect(onTrouble).toHaveBeenLastCalledWith(true);
    expect(screen.getByRole('button', { name: /第 3 行/ })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '放弃文本改动' }));
    expect(JSON.parse(area.value)).toEqual(sample());
  });

  it('marks what is valid JSON but no form', async () => {
    const { area, type, body } = await open();
    await type(area.value.replace('"description": ""', '"description": 5'));
    expect(body()).toEqual(sample());
    expect(area.dataset['lines']).toBe('3');
  });

  it('follows the design', async () => {
    const { area, draft } = await open();
    draft.change((form) => addField(form, 'main', 1, 'mobile').form);
    await waitFor(() => expect(area.value).toContain('cn-mobile'));
  });

  it('keeps a text that is being written when the design changes meanwhile, and says so', async () => {
    const { area, user, type, draft } = await open();
    await type('{');
    draft.change((form) => ({ ...form, title: '休学申请' }));
    expect(await screen.findByText(/草稿在别处有改动/)).toBeTruthy();
    expect(area.value).toBe('{');
    await user.click(screen.getByRole('button', { name: '放弃文本改动' }));
    expect(JSON.parse(area.value)).toMatchObject({ title: '休学申请' });
  });
});

describe('lines', () => {
  it('finds values by pointer, in lists and under escaped names', () => {
    const text = '{\n "a/b": [\n  {"x": 1},\n  {"x": "}"}\n ],\n "c": {}\n}';
    expect(['/a~1b/1/x', '/a~1b/0', '/c', '/c/absent', ''].map((pointer) => lineOfPointer(text, pointer))).toEqual([4, 3, 6, 6, 1]);
  });
  it('says where a text stops being JSON and what should stand there', () => {
    const problems = ['{\n"a": 1', '{\n"a": 1\n"b": 2}', '{"a" 1}', '{a: 1}', '[1,\n]', '{} x', '', '{"a": tru}', '"\n"'].map(syntaxProblem);
    expect(problems.map((problem) => `${problem?.line} ${problem?.expected}`)).toEqual(['2 comma', '3 comma', '1 colon', '1 name', '2 value', '1 end', '1 value', '1 value', '1 value']);
  });
  it('finds nothing in what is JSON', () => {
    for (const value of [{}, [], { a: [1, { b: null }, 'x"\\\n'], c: -1.5e3 }, 'text', 0]) expect(syntaxProblem(JSON.stringify(value, null, 2))).toBeNull();
  });
});
