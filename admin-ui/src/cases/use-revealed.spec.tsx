import type { FormBody, StepAccess } from '@banshi/forms';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { FC } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Surroundings } from '../forms/testing/editing.js';
import type { CasePageData } from './case.js';
import { useRevealed } from './use-revealed.js';

const form: FormBody = {
  title: '登记',
  description: '',
  schema: { type: 'object', properties: { idNumber: { type: 'string', title: '身份证号', 'x-sensitive': true }, income: { type: 'integer', title: '收入', 'x-sensitive': true }, remark: { type: 'string', title: '备注' } } },
  layout: { sections: [{ key: 'a', title: '', fields: [{ field: 'idNumber' }, { field: 'income' }, { field: 'remark' }] }] },
};
const found = { id: 'c1', data: { idNumber: '1101**********32', income: '********', remark: '无' }, revealable: ['idNumber', 'income'] } as unknown as CasePageData;
const edit: StepAccess = { default: 'edit', access: {} };

const Probe: FC = () => {
  const { base, limit, bar } = useRevealed(found, form);
  return (
    <>
      {bar}
      <output>{JSON.stringify({ base, access: limit(edit).access })}</output>
    </>
  );
};
const shown = () => JSON.parse(screen.getByRole('status').textContent ?? '') as unknown;

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('personal data of a case', () => {
  it('stay masked and cannot be changed until somebody says why he looks', async () => {
    const bodies: { variables: unknown }[] = [];
    vi.stubGlobal('fetch', (_url: string, init: RequestInit) => {
      bodies.push(JSON.parse(String(init.body)) as { variables: unknown });
      return Promise.resolve(new Response(JSON.stringify({ data: { revealCaseFields: { idNumber: '110101198001011232' } } }), { headers: { 'content-type': 'application/json' } }));
    });
    render(
      <Surroundings>
        <Probe />
      </Surroundings>,
    );
    expect(shown()).toEqual({ base: { idNumber: '1101**********32', remark: '无' }, access: { idNumber: 'read', income: 'read' } });
    fireEvent.click(screen.getByText('身份证号'));
    expect((screen.getByRole('button', { name: '查看' }) as HTMLButtonElement).disabled).toBe(true);
    fireEvent.click(screen.getByText('核对身份'));
    fireEvent.click(screen.getByRole('button', { name: '查看' }));
    await waitFor(() => expect(shown()).toEqual({ base: { idNumber: '110101198001011232', remark: '无' }, access: { income: 'read' } }));
    expect(bodies[0]!.variables).toEqual({ id: 'c1', fields: ['idNumber'], reason: '核对身份' });
  });
});
