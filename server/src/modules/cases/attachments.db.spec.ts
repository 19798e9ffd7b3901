import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as, codeOf, complete, liveTask, replay, sampleData, submitCase } from '../../../../tests/factories/cases.js';
import type { TestClient } from '../../../../tests/factories/client.js';
import { adoptDrafts, withSampleDrafts } from '../../../../tests/factories/sample-hall.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';

let test: TestApp;
let lisi: TestClient;
beforeAll(async () => {
  test = await createTestApp();
  await withSampleDrafts(test);
  await adoptDrafts(test);
  lisi = await as(test, 'lisi');
});
afterAll(() => test.close());

interface Sent {
  blob: string;
  name: string;
  size: number;
  mediaType: string;
}

async function send(client: TestClient, content: string, name = '解除劳动关系证明.pdf', type = 'application/pdf'): Promise<Sent> {
  const body = new FormData();
  body.set('file', new Blob([content], { type }), name);
  const response = await client.fetch('/api/cases/attachments', { method: 'POST', body });
  expect(response.status).toBe(201);
  return (await response.json()) as Sent;
}

/** A case that waits for a clerk to enter what the applicant has brought. */
async function toSupplement() {
  const { id } = await submitCase(test, 'unemployment-benefit');
  await replay(test, id, [{ type: 'complete', task: 'Task_intake', by: 'lisi', outcome: 'supplement', comment: '请补交证明。' }]);
  return { id, task: await liveTask(test, id, 'Task_supplement') };
}

describe('attachments', () => {
  it('are kept by a clerk and read by who may see the field', async () => {
    const { id, task } = await toSupplement();
    const sent = await send(lisi, '%PDF-1.7 sample');
    expect((await complete(lisi, task, { outcome: 'received', data: { dismissalProof: [sent] } })).errors).toBeUndefined();
    const path = `/api/cases/${id}/attachments/${sent.blob}`;
    const response = await lisi.fetch(path);
    expect(await response.text()).toBe('%PDF-1.7 sample');
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('解除劳动关系证明.pdf'));
    expect((await (await as(test, 'wangwu')).fetch(path)).status).toBe(404);
    expect((await lisi.fetch(`/api/cases/${id}/attachments/${'0'.repeat(64)}`)).status).toBe(404);
    expect((await lisi.fetch(`/api/cases/x/attachments/..%2f..%2fetc%2fpasswd`)).status).toBe(404);
    expect(await test.ctx.manager.query(`SELECT 1 FROM audit_entry WHERE action = 'cases.read-attachment'`)).toHaveLength(1);
  });

  it('must have been sent by who names them, with the size and type that they claim', async () => {
    const { task } = await toSupplement();
    const sent = await send(lisi, 'MZ not a picture', 'x.exe', 'application/x-msdownload');
    const qianyi = await as(test, 'qianyi');
    const named = async (client: TestClient, file: Sent) => (await complete(client, task, { outcome: 'received', data: { dismissalProof: [file] } })).errors?.[0]?.extensions;
    expect(await named(lisi, sent)).toMatchObject({ code: 'INVALID_FORM', field: 'input.data.dismissalProof' });
    expect(await named(lisi, { ...sent, mediaType: 'image/png' })).toMatchObject({ code: 'ATTACHMENT_UNKNOWN', field: 'input.data.dismissalProof' });
    const pdf = await send(lisi, 'another');
    expect(await named(lisi, { ...pdf, size: 1 })).toMatchObject({ code: 'ATTACHMENT_UNKNOWN' });
    expect(await named(qianyi, pdf)).toMatchObject({ code: 'ATTACHMENT_UNKNOWN' });
    expect(codeOf(await complete(lisi, task, { outcome: 'received', data: { dismissalProof: [{ ...pdf, blob: '../../etc/passwd' }] } }))).toBe('INVALID_FORM');
  });

  it('that nobody has sent are refused at submission', async () => {
    const proof = { blob: 'a'.repeat(64), name: 'a.pdf', size: 3, mediaType: 'application/pdf' };
    await expect(submitCase(test, 'unemployment-benefit', { data: { ...sampleData('unemployment-benefit'), dismissalProof: [proof] } })).rejects.toMatchObject({ code: 'ATTACHMENT_UNKNOWN', facts: { field: 'data.dismissalProof' } });
  });
});
