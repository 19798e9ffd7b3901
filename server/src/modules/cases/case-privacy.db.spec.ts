import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as, codeOf, liveTask, replay, sampleData, submitCase } from '../../../../tests/factories/cases.js';
import { tablesWith } from '../../../../tests/factories/database-dump.js';
import type { TestClient } from '../../../../tests/factories/client.js';
import { finishedOperation } from '../../../../tests/factories/finished-operation.js';
import { adoptDrafts, withSampleDrafts } from '../../../../tests/factories/sample-hall.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { BlobStore } from '../../platform/blobs/blob-store.js';
import { zipEntries } from '../../platform/files/zip-entries.js';
import { RetentionService } from '../privacy/demands/retention.service.js';
import { ApplicantCasesService } from './applicant-cases.service.js';
import { SealCasesJob } from './seal-cases.job.js';

let test: TestApp;
let lisi: TestClient;
let admin: TestClient;
beforeAll(async () => {
  test = await createTestApp();
  await withSampleDrafts(test);
  await adoptDrafts(test);
  lisi = await as(test, 'lisi');
  admin = await as(test, 'zhangsan');
});
afterAll(() => test.close());

const person = { id: 'sub-20260101-0007', name: '甄不有' };
const idNumber = '110101199001011237';
const secrets = { idNumber, mobile: '13800138999', bankCard: '6228480000001234566', applicantName: '甄不有' };
const comment = '甄不有的流水已核对';
const dataOf = () => ({ ...sampleData('unemployment-benefit'), ...secrets });

/** A case of the person that has come to its end: refused, with a remark about him. */
async function endedCase() {
  const { id, number } = await submitCase(test, 'unemployment-benefit', { data: dataOf(), applicant: person, idempotencyKey: 'k-1' });
  await replay(test, id, [{ type: 'complete', task: 'Task_intake', by: 'lisi', outcome: 'supplement', comment }]);
  const upload = await receive('甄不有的证明');
  const supplement = await liveTask(test, id, 'Task_supplement');
  expect(supplement).toBeDefined();
  await test.ctx.manager.query(`UPDATE service_case SET attachments = ARRAY[$2] WHERE id = $1`, [id, upload]);
  return { id, number, upload };
}

async function receive(content: string): Promise<string> {
  const body = new FormData();
  body.set('file', new Blob([content], { type: 'application/pdf' }), '甄不有证明.pdf');
  const response = await lisi.fetch('/api/cases/attachments', { method: 'POST', body });
  return ((await response.json()) as { blob: string }).blob;
}

describe('sensitive fields', () => {
  it('are nowhere in the database in clear, and are read again by who may', async () => {
    const { id, number } = await submitCase(test, 'unemployment-benefit', { data: dataOf(), applicant: { ...person, id: 'sub-sealed' }, idempotencyKey: 'k-0' });
    expect(await tablesWith(test, [idNumber, secrets.mobile, secrets.bankCard])).toEqual([]);
    const [row] = await test.ctx.manager.query<{ data: Record<string, unknown> }[]>('SELECT data FROM service_case WHERE id = $1', [id]);
    expect(row!.data['idNumber']).toEqual({ sealed: expect.stringMatching(/^b1\./) });
    expect(row!.data['formerEmployer']).toBe('云江晨光电子有限公司');
    const found = await test.app.get(ApplicantCasesService, { strict: false }).findForApplicant(test.ctx, 'sub-sealed', 'hall', number);
    expect(found!.data).toMatchObject(secrets);
    // The same submission again is the same case; another under its key is refused.
    expect((await submitCase(test, 'unemployment-benefit', { data: dataOf(), applicant: { ...person, id: 'sub-sealed' }, idempotencyKey: 'k-0' })).id).toBe(id);
    await expect(submitCase(test, 'unemployment-benefit', { data: { ...dataOf(), mobile: '13900139000' }, applicant: { ...person, id: 'sub-sealed' }, idempotencyKey: 'k-0' })).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
  });

  it('are shown masked, and in clear on demand with a reason that is written down', async () => {
    const { id, number } = await submitCase(test, 'unemployment-benefit', { data: dataOf() });
    const reveal = (client: TestClient, fields: string[], reason = '核对身份，电话13800138999') => client.ask<{ revealCaseFields: Record<string, string> }>('mutation ($id: ID!, $fields: [String!]!, $reason: String!) { revealCaseFields(id: $id, fields: $fields, reason: $reason) }', { id, fields, reason });
    const { case: shown } = await lisi.query<{ case: { data: Record<string, string>; revealable: string[] } }>('query ($id: ID!) { case(id: $id) { data revealable } }', { id });
    expect(shown.data['idNumber']).toBe('110101********37');
    expect(shown.revealable.sort()).toEqual(['applicantName', 'bankCard', 'idNumber', 'mobile']);
    expect((await reveal(lisi, ['idNumber', 'mobile'])).data!.revealCaseFields).toEqual({ idNumber, mobile: secrets.mobile });
    const entries = await test.ctx.manager.query<{ actor_name: string; detail: Record<string, unknown> }[]>(`SELECT actor_name, detail FROM audit_entry WHERE action = 'cases.reveal-field' AND target_key = $1`, [number]);
    expect(entries).toEqual([{ actor_name: '李四', detail: { fields: ['idNumber', 'mobile'], titles: [expect.any(String), expect.any(String)], reason: '核对身份，电话⟦手机号⟧' } }]);
    expect(codeOf(await reveal(lisi, ['idNumber'], ' '))).toBe('REASON_REQUIRED');
    expect(codeOf(await reveal(lisi, ['formerEmployer']))).toBe('FORBIDDEN');
    // Who only reads the case may not; who may not even see it learns nothing.
    expect(codeOf(await reveal(await as(test, 'chenjiu'), ['idNumber']))).toBe('FORBIDDEN');
    expect(codeOf(await reveal(await as(test, 'zhaoliu'), ['idNumber']))).toBe('NOT_FOUND');
  });

  it('of cases from before are sealed by an operation that may be interrupted', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 3; index += 1) ids.push((await submitCase(test, 'unemployment-benefit', { data: dataOf(), applicant: { id: `sub-old-${index}`, name: '甄不有' } })).id);
    await test.ctx.manager.query(`UPDATE service_case SET is_sealed = false, data = $2 WHERE id = ANY($1::uuid[])`, [ids, JSON.stringify(dataOf())]);
    const job = test.app.get(SealCasesJob, { strict: false });
    await expect(job.run({ ctx: test.ctx, signal: AbortSignal.abort(), report: () => undefined })).rejects.toThrow();
    expect(await job.orderIfNeeded(test.ctx)).toBe(true);
    const [operation] = await test.ctx.manager.query<{ id: string }[]>(`SELECT id FROM operation WHERE kind = 'cases.seal' ORDER BY created_at DESC LIMIT 1`);
    expect((await finishedOperation(test, operation!.id)).state).toBe('SUCCEEDED');
    expect(await tablesWith(test, [idNumber])).toEqual([]);
    expect(await job.orderIfNeeded(test.ctx)).toBe(false);
    const { items } = await test.app.get(ApplicantCasesService, { strict: false }).listForApplicant(test.ctx, 'sub-old-1', 'hall', { skip: 0, take: 1 });
    expect(items[0]!.data).toMatchObject(secrets);
  });
});

interface Subject {
  id: string;
  name: string | null;
  confirmBy: string;
  holdings: { id: string; kind: string; keptBecause: string | null }[];
}
const subjectFields = 'id name applicantId confirmBy holdings { id kind title keptBecause }';
const find = (client: TestClient, query: string) => client.query<{ findDataSubjects: Subject[] }>(`mutation ($query: String!) { findDataSubjects(query: $query) { ${subjectFields} } }`, { query }).then((answer) => answer.findDataSubjects);

describe('a person', () => {
  it('is found by his number, gets what is held, and is gone when he wants to', { timeout: 120_000 }, async () => {
    const { id, number, upload } = await endedCase();
    const other = await submitCase(test, 'unemployment-benefit', { data: { ...dataOf(), idNumber: '110101198503070005' }, applicant: { id: 'somebody-else', name: '吴关' } });

    expect((await find(admin, '999999')).length).toBe(0);
    const [mine] = (await find(admin, '１１０１０１ 19900101 1237')).filter((one) => one.holdings.some((holding) => holding.id === id));
    expect(mine).toMatchObject({ name: '甄**', confirmBy: 'name', holdings: [{ id, kind: 'case', keptBecause: 'running' }] });
    expect(codeOf(await lisi.ask('mutation { findDataSubjects(query: "110101199001011237") { id } }'))).toBe('FORBIDDEN');

    // What is under way is not destroyed: it is said to be kept.
    const erase = (confirmation: string) => admin.ask<{ eraseDataSubject: { operationId: string; id: string } }>('mutation ($id: ID!, $confirmation: String!) { eraseDataSubject(id: $id, confirmation: $confirmation) { id operationId } }', { id: mine!.id, confirmation });
    expect(codeOf(await erase('甄'))).toBe('CONFIRMATION_WRONG');
    const first = (await erase(person.name)).data!.eraseDataSubject;
    expect((await finishedOperation(test, first.operationId)).result).toMatchObject({ erased: { case: 0 }, kept: { case: { running: 1 } }, remaining: { case: 1 } });

    const exported = (await admin.query<{ exportDataSubject: { id: string; operationId: string } }>('mutation ($id: ID!) { exportDataSubject(id: $id) { id operationId } }', { id: mine!.id })).exportDataSubject;
    expect((await finishedOperation(test, exported.operationId)).result).toMatchObject({ exported: { case: 1 } });
    const archive = await unpacked(await admin.fetch(`/api/privacy/exports/${exported.id}`));
    expect(JSON.parse(archive[`cases/${number}/case.json`]!)).toMatchObject({ number, data: secrets, applicantId: person.id });
    expect((await lisi.fetch(`/api/privacy/exports/${exported.id}`)).status).toBe(403);
    const [stored] = await test.ctx.manager.query<{ blob: string }[]>('SELECT blob FROM privacy_request WHERE id = $1', [exported.id]);
    expect((await bytesOf(test, stored!.blob)).includes('PK')).toBe(false);

    await test.ctx.manager.query(`UPDATE service_case SET state = 'COMPLETED', result = 'refused', completed_at = now() WHERE id = $1`, [id]);
    const before = await test.app.get(AuditService, { strict: false }).seal();
    expect(before).toBeGreaterThanOrEqual(0);
    const second = (await erase(person.name)).data!.eraseDataSubject;
    expect((await finishedOperation(test, second.operationId)).result).toMatchObject({ erased: { case: 1 }, remaining: { case: 0 } });
    await test.app.get(RetentionService, { strict: false }).clean(test.ctx, new Date(Date.now() + 8 * 86_400_000));

    const [row] = await test.ctx.manager.query<Record<string, unknown>[]>('SELECT number, state, result, data, applicant_name, erased_at FROM service_case WHERE id = $1', [id]);
    expect(row).toMatchObject({ number, state: 'COMPLETED', result: 'refused', data: {}, applicant_name: '—', erased_at: expect.any(Date) });
    // Other people’s cases with the same name are in the test as well; this person’s number, id, remark and file name are nowhere.
    expect(await tablesWith(test, [person.id, comment, '甄不有证明.pdf'])).toEqual([]);
    expect(existsSync(join(test.home, 'blobs', upload.slice(0, 2), upload))).toBe(false);
    expect((await admin.fetch(`/api/privacy/exports/${exported.id}`)).status).toBe(410);
    expect((await find(admin, person.id)).length).toBe(0);
    expect((await test.app.get(AuditService, { strict: false }).verify()).isIntact).toBe(true);
    expect((await lisi.query<{ case: { data: unknown; erasedAt: string } }>('query ($id: ID!) { case(id: $id) { data erasedAt } }', { id })).case).toEqual({ data: {}, erasedAt: expect.any(String) });
    const [untouched] = await test.ctx.manager.query<{ erased_at: Date | null }[]>('SELECT erased_at FROM service_case WHERE id = $1', [other.id]);
    expect(untouched!.erased_at).toBeNull();
    // History can be struck out for an erased case alone.
    await expect(test.ctx.manager.query(`UPDATE case_event SET comment = NULL WHERE case_id = $1`, [other.id])).rejects.toThrow(/append-only/);
  });

  it('is forgotten when the time is over that was set', async () => {
    const { id } = await submitCase(test, 'unemployment-benefit', { data: dataOf(), applicant: { id: 'sub-expired', name: '甄不有' } });
    await test.ctx.manager.query(`UPDATE service_case SET state = 'CANCELLED', completed_at = now() - interval '400 days' WHERE id = $1`, [id]);
    const retention = test.app.get(RetentionService, { strict: false });
    expect(await retention.clean(test.ctx)).not.toHaveProperty('case');
    const set = (days: number | null) => admin.ask<{ setRetention: { days: number } }>('mutation ($days: Int) { setRetention(kind: "case", days: $days) { days } }', { days });
    expect(codeOf(await set(0))).toBe('RETENTION_INVALID');
    expect((await set(365)).data!.setRetention.days).toBe(365);
    expect(await retention.clean(test.ctx)).toMatchObject({ case: 1 });
    const [row] = await test.ctx.manager.query<{ erased_at: Date | null }[]>('SELECT erased_at FROM service_case WHERE id = $1', [id]);
    expect(row!.erased_at).not.toBeNull();
  });
});

async function bytesOf(app: TestApp, blob: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await app.app.get(BlobStore, { strict: false }).read(blob)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('latin1');
}

/** The files of a ZIP answer as text. */
async function unpacked(response: Response): Promise<Record<string, string>> {
  expect(response.status).toBe(200);
  const { writeFileSync } = await import('node:fs');
  const path = join(test.home, 'export.zip');
  writeFileSync(path, Buffer.from(await response.arrayBuffer()));
  const files: Record<string, string> = {};
  for await (const { name, chunks } of zipEntries(path, { entries: 100, entryBytes: 1e7, totalBytes: 1e7 })) {
    files[name] = (await Readable.from(chunks()).toArray()).map(String).join('');
  }
  return files;
}
