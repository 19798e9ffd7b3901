import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Surroundings } from '../forms/testing/editing.js';
import { FindPerson } from './find-person.js';
import { countsOf, total, totalKept, type DataSubject } from './privacy.js';

const subject: DataSubject = {
  id: 'handle',
  name: '张**',
  applicantId: '1101**********32',
  isPreview: false,
  confirmBy: 'name',
  holdings: [
    { id: '1', kind: 'case', kindTitle: '办件', title: '2026112500001 失业保险金申领', at: '2026-11-25T00:00:00Z', keptBecause: 'running', isErased: false },
    { id: '2', kind: 'case', kindTitle: '办件', title: '2026112400001 失业保险金申领', at: '2026-11-24T00:00:00Z', keptBecause: null, isErased: false },
    { id: '3', kind: 'dialog', kindTitle: '对话', title: '2026-11-23', at: '2026-11-23T00:00:00Z', keptBecause: null, isErased: false },
  ],
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Answers what the page asks, and notes the variables. */
function answering(answers: Record<string, unknown>): { name: string; variables: unknown }[] {
  const asked: { name: string; variables: unknown }[] = [];
  vi.stubGlobal('fetch', (_url: string, init: RequestInit) => {
    const { query, variables } = JSON.parse(String(init.body)) as { query: string; variables: unknown };
    const name = /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '';
    asked.push({ name, variables });
    return Promise.resolve(new Response(JSON.stringify({ data: answers[name] ?? {} }), { headers: { 'content-type': 'application/json' } }));
  });
  return asked;
}

describe('what is held of a person', () => {
  it('is counted by kind, with what must stay', () => {
    expect(countsOf(subject.holdings)).toEqual([
      { kind: 'case', title: '办件', count: 2, kept: 1 },
      { kind: 'dialog', title: '对话', count: 1, kept: 0 },
    ]);
    expect(total({ case: 2, dialog: 3 })).toBe(5);
    expect(totalKept({ case: { running: 1 }, dialog: {} })).toBe(1);
  });

  it('is found, and erased only after the name was typed', async () => {
    const asked = answering({ FindDataSubjects: { findDataSubjects: [subject] }, EraseDataSubject: { eraseDataSubject: { id: '1' } } });
    render(
      <Surroundings>
        <FindPerson />
      </Surroundings>,
    );
    fireEvent.change(screen.getByLabelText('申请人编号或号码'), { target: { value: '110101198001011232' } });
    fireEvent.click(screen.getByRole('button', { name: '查找' }));
    await screen.findByText('张**');
    expect(asked[0]).toEqual({ name: 'FindDataSubjects', variables: { query: '110101198001011232' } });
    expect(screen.getByText('办件 2、对话 1')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '删除…' }));
    const erase = screen.getByRole('button', { name: '删除' });
    expect((erase as HTMLButtonElement).disabled).toBe(true);
    expect(screen.getByText('办件中有 1 项还在办理，这次会保留。')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('请输入完整的姓名确认'), { target: { value: '张三丰' } });
    fireEvent.click(erase);
    await waitFor(() => expect(asked.find(({ name }) => name === 'EraseDataSubject')?.variables).toEqual({ id: 'handle', confirmation: '张三丰' }));
  });

  it('says so where nothing is held', async () => {
    answering({ FindDataSubjects: { findDataSubjects: [] } });
    render(
      <Surroundings>
        <FindPerson />
      </Surroundings>,
    );
    fireEvent.change(screen.getByLabelText('申请人编号或号码'), { target: { value: '13800138000' } });
    fireEvent.click(screen.getByRole('button', { name: '查找' }));
    await screen.findByText('没有找到');
  });
});
