import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { as, caseRows, codeOf, replay, sampleData, submitCase } from '../../../../tests/factories/cases.js';
import { adoptDrafts, withSampleDrafts } from '../../../../tests/factories/sample-hall.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import type { HallActor } from '../../platform/actor/actor.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { EventBus } from '../../platform/events/event-bus.js';
import { ApplicantCasesService } from './applicant-cases.service.js';
import { SubmissionsService } from './submissions.service.js';

let test: TestApp;
let hall: RequestContext;
beforeAll(async () => {
  test = await createTestApp();
  await withSampleDrafts(test);
  await adoptDrafts(test);
  hall = hallContext('hall');
});
afterAll(() => test.close());

function hallContext(realm: string): RequestContext {
  const actor: HallActor = { kind: 'hall', id: '1b4e28ba-2fa1-4d2a-883f-0016d3cca427', name: '大厅', channel: 'hall', realm, permissions: new Map([[Permission.HallCases, 'everywhere' as const]]) };
  return new RequestContext(actor, 'zh', test.ctx.manager);
}

const submit = (data: unknown, service = 'unemployment-benefit') =>
  test.app.get(SubmissionsService, { strict: false }).submit(hall, { channel: 'hall', service, data, applicant: { id: 'applicant-1', name: '何青青' } });

describe('submitting', () => {
  it('pins the case to the bundle, whatever is published later', async () => {
    const row = await submitCase(test, 'student-leave');
    const [channel] = await test.ctx.manager.query<{ bundle: string }[]>(`SELECT bundle FROM channel WHERE name = 'hall'`);
    expect(row.bundle).toBe(channel!.bundle);
    await expect(test.ctx.manager.query('DELETE FROM bundle WHERE sha256 = $1', [row.bundle])).rejects.toThrow(/foreign key/);
  });

  it.each([
    ['nothing', undefined, 'INVALID_FORM'],
    ['a text', 'x', 'INVALID_FORM'],
    ['a field of the office', { ...sampleData('unemployment-benefit'), approvedMonths: 24 }, 'FIELD_NOT_EDITABLE'],
    ['an unknown field', { ...sampleData('unemployment-benefit'), admin: true }, 'INVALID_FORM'],
    ['a wrong check digit', { ...sampleData('unemployment-benefit'), idNumber: '110101198001011234' }, 'INVALID_FORM'],
    ['a code that no dictionary has', { ...sampleData('unemployment-benefit'), reason: 'bored' }, 'INVALID_FORM'],
    ['a prototype key', JSON.parse('{"__proto__": {}}'), 'INVALID_FORM'],
    ['10 MB', { ...sampleData('unemployment-benefit'), formerEmployer: '公'.repeat(3_500_000) }, 'INVALID_FORM'],
    ['a lone surrogate', { ...sampleData('unemployment-benefit'), formerEmployer: '云江\udc00公司' }, 'INVALID_INPUT'],
  ])('refuses %s with its field, and keeps nothing', async (_, data, code) => {
    const before = await caseRows(test);
    const error = await submit(data).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code, facts: { field: expect.stringMatching(/^data/) as string } });
    expect(await caseRows(test)).toEqual(before);
  });

  it('refuses services that are not there, and callers who may not submit', async () => {
    await expect(submit({}, 'no-such')).rejects.toMatchObject({ code: 'UNKNOWN_SERVICE' });
    await expect(test.app.get(SubmissionsService, { strict: false }).submit(test.ctx, { channel: 'sandbox', service: 'student-leave', data: {}, applicant: { id: 'a', name: 'b' } })).rejects.toMatchObject({ code: 'UNKNOWN_SERVICE' });
    const clerk = new RequestContext({ kind: 'anonymous', id: null, name: 'anonymous' }, 'zh', test.ctx.manager);
    expect(() => test.app.get(SubmissionsService, { strict: false }).submit(clerk, { channel: 'hall', service: 'student-leave', data: {}, applicant: { id: 'a', name: 'b' } })).toThrow(/FORBIDDEN/);
  });

  it('gives the same case for the same idempotency key, even at once, and refuses other data under it', async () => {
    const once = () => submitCase(test, 'unemployment-benefit', { idempotencyKey: 'k-1' });
    const rows = await Promise.all([once(), once(), once()]);
    expect(new Set(rows.map((row) => row.number)).size).toBe(1);
    await expect(submitCase(test, 'student-leave', { idempotencyKey: 'k-1' })).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
    expect((await submitCase(test, 'student-leave', { idempotencyKey: 'k-1', applicant: { id: 'applicant-2', name: '钱多多' } })).number).not.toBe(rows[0]!.number);
  });

  it('does not judge again under a later bundle what it has accepted under the key', async () => {
    const first = await submitCase(test, 'student-leave', { idempotencyKey: 'k-2' });
    const [channel] = await test.ctx.manager.query<{ bundle: string }[]>(`SELECT bundle FROM channel WHERE name = 'hall'`);
    await test.ctx.manager.query(`UPDATE channel SET bundle = NULL WHERE name = 'hall'`);
    expect((await submitCase(test, 'student-leave', { idempotencyKey: 'k-2' })).number).toBe(first.number);
    await expect(submitCase(test, 'student-leave', { idempotencyKey: 'k-3' })).rejects.toMatchObject({ code: 'UNKNOWN_SERVICE' });
    await test.ctx.manager.query(`UPDATE channel SET bundle = $1 WHERE name = 'hall'`, [channel!.bundle]);
  });

  it('numbers cases without gaps between those of one moment, each number once', async () => {
    const rows = await Promise.all(Array.from({ length: 8 }, () => submitCase(test, 'student-leave')));
    const numbers = rows.map((row) => row.number).sort();
    expect(new Set(numbers).size).toBe(8);
    expect(Number(numbers[7]) - Number(numbers[0])).toBe(7);
  });

  it('keeps nothing of a submission that fails at its last step', async () => {
    const before = await caseRows(test);
    const spy = vi.spyOn(test.app.get(EventBus, { strict: false }), 'publish').mockRejectedValueOnce(new Error('connection lost'));
    await expect(submit(sampleData('unemployment-benefit'))).rejects.toThrow('connection lost');
    spy.mockRestore();
    expect(await caseRows(test)).toEqual(before);
    expect(await test.ctx.manager.query(`SELECT 1 FROM audit_entry WHERE action = 'cases.submit' AND target_key NOT IN (SELECT number FROM service_case)`)).toEqual([]);
  });

  it('writes history that nobody can change, and an audit entry without personal data', async () => {
    const { id, number } = await submitCase(test, 'unemployment-benefit');
    await expect(test.ctx.manager.query(`UPDATE case_event SET actor_name = 'x' WHERE case_id = $1`, [id])).rejects.toThrow(/append-only/);
    await expect(test.ctx.manager.query(`DELETE FROM case_event WHERE case_id = $1`, [id])).rejects.toThrow(/append-only/);
    const [entry] = await test.ctx.manager.query<{ detail: unknown }[]>(`SELECT detail FROM audit_entry WHERE target_kind = 'case' AND target_key = $1`, [number]);
    expect(JSON.stringify(entry!.detail)).not.toMatch(/何青青|350702/);
  });

  it('goes on after a restart: everything is in rows', async () => {
    const { id } = await submitCase(test, 'residence-permit');
    const second = await createSecondApp();
    try {
      expect((await replay(second, id, [{ type: 'complete', task: 'Task_intake', by: 'wangwu', outcome: 'accepted' }])).state).toBe('RUNNING');
    } finally {
      await second.app.close();
    }
  });
});

/** The same database served by a process that knows nothing yet. */
async function createSecondApp(): Promise<TestApp> {
  const { createApp } = await import('../../create-app.js');
  const { readEnvironment } = await import('../../platform/configuration/environment.js');
  const { DataSource } = await import('typeorm');
  const app = await createApp(readEnvironment({ BANSHI_HOME: test.home, PORT: '0', LOG_LEVEL: 'error' }), test.databaseUrl);
  await app.init();
  return { ...test, app, ctx: RequestContext.forSystem('test', app.get(DataSource).manager) };
}

describe('the applicant', () => {
  const service = () => test.app.get(ApplicantCasesService, { strict: false });

  it('follows the own case, without what only the office may see', async () => {
    const { id, number } = await submitCase(test, 'unemployment-benefit', { applicant: { id: 'applicant-7', name: '何青青' } });
    await replay(test, id, [{ type: 'complete', task: 'Task_intake', by: 'lisi', outcome: 'supplement', comment: '请补交工资流水。', data: { reviewOpinion: '内部意见' } }]);
    const found = (await service().findForApplicant(hall, 'applicant-7', 'hall', number))!;
    expect(found).toMatchObject({ state: 'RUNNING', steps: [{ title: '受理审查', state: 'done', outcome: '要求补正', reason: '请补交工资流水。' }, { title: '补正登记', state: 'waiting', outcome: null }] });
    expect(found.data).toMatchObject({ idNumber: '350702199505050006' });
    expect(found.data).not.toHaveProperty('reviewOpinion');
    expect(JSON.stringify(found)).not.toContain('李四');
  });

  it('finds nobody else’s case, nor one of another realm', async () => {
    const { number } = await submitCase(test, 'student-leave', { applicant: { id: 'applicant-8', name: '王小明' } });
    expect(await service().findForApplicant(hall, 'applicant-9', 'hall', number)).toBeNull();
    expect(await service().findForApplicant(hallContext('preview:1'), 'applicant-8', 'preview:1', number)).toBeNull();
    expect(await service().findForApplicant(hallContext('preview:1'), 'applicant-8', 'hall', number)).toBeNull();
    expect(await service().findForApplicant(hall, 'applicant-8\0', 'hall', '1\0')).toBeNull();
    expect((await service().listForApplicant(hall, 'applicant-8', 'hall', { skip: 0, take: 10 })).items.map((one) => one.number)).toEqual([number]);
    expect(codeOf(await (await as(test, 'lisi')).ask('mutation { cancelCase(id: "x", reason: "y") { id } }'))).toBe('FORBIDDEN');
  });
});
