import { SignJWT } from 'jose';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newForm, newPolicy, newProfile, newService } from '../../../../workflows/bundle/src/testing/factories.js';
import type { TestClient } from '../../../../tests/factories/client.js';
import { newItem, newOrgUnit, showInHall } from '../../../../tests/factories/config.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../tests/factories/users.js';
import { ApiKeysService } from '../access/api-keys.service.js';
import { PersonalPushService } from './personal-push.service.js';
import { SuggestionsService } from './suggestions.service.js';

let test: TestApp;
let admin: TestClient;
let key: { id: string; secret: string };
let bundle: string;

const bare = { relations: [], clauseValidity: [] };
const field = { unit: '', dictionary: null, sensitive: false, sources: [] };
const source = (name: string) => [{ service: 'subsidy', field: name, reading: 'value' as const }];

beforeAll(async () => {
  test = await createTestApp();
  admin = await signedIn(test, ['ADMINISTRATOR']);
  await newOrgUnit(test, 'welfare');
  await newItem(test, 'form', 'subsidy-form', newForm());
  await newItem(test, 'service', 'subsidy', newService({ workflow: null, online: false }));
  await newItem(test, 'profile', 'resident', newProfile({
    fields: [
      { ...field, name: 'age', title: '年龄', type: 'number', unit: '岁', question: '您今年多少岁？', sources: [{ service: 'subsidy', field: 'idNumber', reading: 'age' }] },
      { ...field, name: 'income', title: '月收入', type: 'money', question: '家庭月收入是多少？', sources: source('income') },
      { ...field, name: 'isDisabled', title: '持有残疾人证', type: 'boolean', question: '您是否持有残疾人证？', sensitive: true, sources: source('disabled') },
    ],
  }));
  await newItem(test, 'policy', 'elder', newPolicy({ ...bare, title: '高龄津贴办法', themes: ['养老'], eligibility: [{ key: 'age', title: '年满六十周岁', condition: 'age >= 60' }, { key: 'income', title: '月收入低于3000元', condition: 'income < 300000', missingQuestion: '您家上个月一共收入多少？' }] }));
  await newItem(test, 'policy', 'care', newPolicy({ ...bare, title: '残疾人护理补贴办法', themes: ['社会救助'], services: [], eligibility: [{ key: 'card', title: '持有残疾人证', condition: 'isDisabled' }] }));
  await newItem(test, 'policy', 'open', newPolicy({ ...bare, title: '社会救助工作规定', themes: ['社会救助'], services: [] }));
  await showInHall(test, [...['elder', 'care', 'open'].map((name) => ({ kind: 'policy', key: name })), { kind: 'profile', key: 'resident' }, { kind: 'service', key: 'subsidy' }, { kind: 'form', key: 'subsidy-form' }]);
  [{ bundle }] = await test.ctx.manager.query<[{ bundle: string }]>(`SELECT bundle FROM channel WHERE name = 'hall'`);
  const { apiKey, secret } = await test.ctx.transaction((tx) => test.app.get(ApiKeysService, { strict: false }).create(tx, { name: 'hall', scopes: ['hall.push'] }));
  key = { id: apiKey.id, secret };
  await newCase('old', '张三', { idNumber: '110101195001010017', income: 200_000, disabled: true });
  await newCase('young', '李四', { idNumber: '110101199801010013', income: 200_000 });
  await newCase('rich', '王五', { idNumber: '110101195501010013', income: 900_000 }, 'granted');
  await newCase('silent', '赵六', {}, 'withdrawn');
}, 60_000);
afterAll(() => test.close());

async function newCase(applicant: string, name: string, data: object, result: string | null = null): Promise<void> {
  await test.ctx.manager.query(
    `INSERT INTO service_case (id, number, service, service_title, bundle, state, result, applicant_id, applicant_name, realm, data, search) VALUES ($1::uuid, $1::text, 'subsidy', '补贴', $2, 'RUNNING', $3, $4, $5, 'hall', $6, '')`,
    [randomUUID(), bundle, result, applicant, name, JSON.stringify(data)],
  );
}

async function headersOf(applicant: string): Promise<Record<string, string>> {
  const token = await new SignJWT({ name: '某人' }).setProtectedHeader({ alg: 'HS256' }).setSubject(applicant).setExpirationTime('5m').sign(await test.app.get(ApiKeysService, { strict: false }).applicantSecret(test.ctx, key.id));
  return { authorization: `Bearer ${key.secret}`, 'x-banshi-applicant': token, 'content-type': 'application/json' };
}

async function as(applicant: string) {
  const headers = await headersOf(applicant);
  return async <T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T & { error?: { code: string; field?: string } }> => {
    const response = await fetch(`${test.url}/hall/v1${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
    return (await response.json()) as never;
  };
}

const campaignFields = 'id state policy isSuggested operationId counts { people fits unfit unknown likely sent read optedOut skippedOptedOut skippedCapped skippedTold } reasons { key fits unfit unknown } missing { field people isConsent }';
interface Campaign {
  id: string;
  state: string;
  policy: string;
  isSuggested: boolean;
  counts: Record<string, number>;
  reasons: { key: string; fits: number; unfit: number; unknown: number }[];
  missing: { field: string; people: number; isConsent: boolean }[];
}
const read = async (id: string) => (await admin.query<{ pushCampaign: Campaign }>(`query ($id: ID!) { pushCampaign(id: $id) { ${campaignFields} } }`, { id })).pushCampaign;
async function settled(id: string): Promise<Campaign> {
  for (let tries = 0; tries < 200; tries += 1) {
    const campaign = await read(id);
    if (!['ASSESSING', 'SENDING'].includes(campaign.state)) return campaign;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return read(id);
}
const create = async (policy: string) => settled((await admin.query<{ createPushCampaign: { id: string } }>('mutation ($policy: String!) { createPushCampaign(input: { policy: $policy }) { id } }', { policy })).createPushCampaign.id);
const send = (id: string, reach = 'FITS', message = '') => admin.ask('mutation ($id: ID!, $input: SendCampaignInput!) { sendPushCampaign(id: $id, input: $input) { id } }', { id, input: { reach, message } });

interface Recommended {
  items: { policy: { key: string }; verdict: string; conditions: { title: string; verdict: string; reason: string }[]; interests: string[]; ask: { field: string; question: string }[]; consent: { field: string }[] }[];
}

it('recommends with a reason for each condition, and asks only what is missing', async () => {
  const { items } = await (await as('old'))<Recommended>('GET', '/recommendations');
  expect(items.map(({ policy, verdict }) => [policy.key, verdict])).toEqual([['elder', 'fits'], ['care', 'unknown']]);
  expect(items[0]!.conditions.map(({ reason }) => reason)).toEqual(['符合：年龄为76 岁', '符合：月收入为2000.00 元']);
  expect(items[0]!.interests).toEqual(['您办理过“补贴申领”']);
  // Known from his case, and not used.
  expect(items[1]).toMatchObject({ ask: [], consent: [{ field: 'isDisabled' }], conditions: [{ reason: '需要您同意使用：持有残疾人证' }] });
  const stranger = await as('stranger');
  const asked = await stranger<Recommended>('GET', '/recommendations');
  expect(asked.items.find(({ policy }) => policy.key === 'elder')!.ask.map(({ question }) => question)).toEqual(['您今年多少岁？', '您家上个月一共收入多少？']);
  expect((await stranger<{ fields: { field: string; value: unknown }[] }>('PUT', '/profile', { answers: { age: 70, income: null } })).fields[0]).toMatchObject({ field: 'age', value: 70, source: { type: 'answer' } });
  const now = (await stranger<Recommended>('GET', '/recommendations')).items.find(({ policy }) => policy.key === 'elder')!;
  expect([now.verdict, now.ask, now.conditions[1]!.reason]).toEqual(['unknown', [], '您选择不提供：月收入']);
  await stranger('PUT', '/profile', { answers: { age: 20 } });
  expect((await stranger<Recommended>('GET', '/recommendations')).items.map(({ policy }) => policy.key)).not.toContain('elder');
  const [row] = await test.ctx.manager.query<{ value: string }[]>(`SELECT value FROM push_answer WHERE field = 'age'`);
  expect(row!.value).not.toContain('20');
});

it('uses a sensitive trait only with consent, and forgets what was told when it is withdrawn', async () => {
  const old = await as('old');
  expect((await old('PUT', '/profile', { answers: { isDisabled: true } })).error).toMatchObject({ code: 'CONSENT_NEEDED', field: 'answers.isDisabled' });
  await old('PUT', '/subscriptions', { consents: { isDisabled: true } });
  const verdictOf = async () => (await old<Recommended>('GET', '/recommendations?all=1')).items.find(({ policy }) => policy.key === 'care')!.verdict;
  expect(await verdictOf()).toBe('fits');
  await old('PUT', '/profile', { answers: { isDisabled: false } });
  expect(await verdictOf()).toBe('unfit');
  await old('PUT', '/subscriptions', { consents: { isDisabled: false } });
  expect(await verdictOf()).toBe('unknown');
  expect(await test.ctx.manager.query('SELECT given, wording <> $1 AS worded FROM push_consent ORDER BY id', [''])).toEqual([{ given: true, worded: true }, { given: false, worded: true }]);
});

it.each([
  ['/profile', { answers: { height: 180 } }, 'FIELD_UNKNOWN'],
  ['/profile', { answers: { age: '七十' } }, 'ANSWER_INVALID'],
  ['/profile', [], 'INVALID_INPUT'],
  ['/subscriptions', { services: ['none'] }, 'SUBSCRIPTION_INVALID'],
  ['/subscriptions', { channels: { sms: true } }, 'SUBSCRIPTION_INVALID'],
  ['/subscriptions', { email: 'a@b' }, 'EMAIL_INVALID'],
  ['/subscriptions', { email: 'a@example.com\r\nBcc: b@example.com' }, 'EMAIL_INVALID'],
  ['/subscriptions', { consents: { age: true } }, 'SUBSCRIPTION_INVALID'],
  ['/subscriptions', { unknown: 1 }, 'INVALID_INPUT'],
])('refuses PUT %s %j', async (path, body, code) => expect((await (await as('old'))('PUT', path, body)).error?.code).toBe(code));

it('suggests what a release brought, once, and tells those who may push', async () => {
  const suggestions = test.app.get(SuggestionsService, { strict: false });
  await suggestions.suggest(test.ctx);
  expect(await suggestions.suggest(test.ctx)).toBe(0);
  const { pushCampaigns } = await admin.query<{ pushCampaigns: { items: { id: string; policy: string; state: string }[] } }>('{ pushCampaigns(filter: { states: [SUGGESTED] }, sort: { field: "policyTitle", order: ASC }) { items { id policy state } } }');
  expect(pushCampaigns.items.map(({ policy }) => policy).sort()).toEqual(['care', 'elder']);
  const { myNotifications } = await admin.query<{ myNotifications: { items: { link: string }[] } }>('{ myNotifications { items { link } } }');
  expect(myNotifications.items.map(({ link }) => link).sort()).toEqual(pushCampaigns.items.map(({ id }) => `/push/${id}`).sort());
  await admin.query('mutation ($id: ID!) { dismissPushCampaign(id: $id) { state } }', { id: pushCampaigns.items.find(({ policy }) => policy === 'care')!.id });
  expect(await suggestions.suggest(test.ctx)).toBe(0);
});

it('previews whom a policy concerns by reason, tells them once, and counts what became of it', async () => {
  const campaign = await create('elder');
  expect(campaign.state).toBe('READY');
  // old fits; young and rich do not; silent lacks all, as does stranger but for his age.
  expect(campaign.counts).toMatchObject({ people: 5, fits: 1, unfit: 3, unknown: 1, likely: 1 });
  expect(campaign.reasons).toEqual([{ key: 'age', fits: 2, unfit: 2, unknown: 1 }, { key: 'income', fits: 2, unfit: 1, unknown: 2 }]);
  expect(campaign.missing).toEqual(expect.arrayContaining([{ field: 'age', people: 1, isConsent: false }, { field: 'income', people: 1, isConsent: false }]));
  const { pushRecipients } = await admin.query<{ pushRecipients: { items: { label: string; verdict: string; signals: string[]; conditions: { title: string; verdict: string; missing: string[] }[] }[] } }>('query ($filter: PushRecipientFilter!) { pushRecipients(filter: $filter) { items { label verdict signals conditions { title verdict missing } } } }', { filter: { campaign: campaign.id, verdict: 'fits' } });
  expect(pushRecipients.items).toEqual([{ label: '张*', verdict: 'fits', signals: ['办理过“补贴申领”'], conditions: [{ title: '年满六十周岁', verdict: 'fits', missing: [] }, { title: '月收入低于3000元', verdict: 'fits', missing: [] }] }]);
  await send(campaign.id, 'LIKELY', '带身份证到社区办理。');
  const sent = await settled(campaign.id);
  expect([sent.state, sent.counts['sent'], sent.counts['read']]).toEqual(['SENT', 2, 0]);
  const old = await as('old');
  const { items, unread } = await old<{ unread: number; items: { id: string; title: string; body: string; link: string; policy: string }[] }>('GET', '/notifications');
  expect([unread, items.length, items[0]!.title, items[0]!.link]).toEqual([1, 1, '政策直达：高龄津贴办法', '/policies/elder']);
  expect(items[0]!.body).toContain('带身份证到社区办理。');
  expect(items[0]!.body).not.toContain('76');
  const why = await old<Recommended['items'][0]>('GET', `/notifications/${items[0]!.id}/why`);
  expect(why.conditions[0]!.reason).toBe('符合：年龄为76 岁');
  expect((await (await as('young'))('GET', `/notifications/${items[0]!.id}/why`)).error?.code).toBe('NOTIFICATION_NOT_FOUND');
  expect(await old('POST', `/notifications/${items[0]!.id}/read`)).toEqual({ unread: 0 });
  await old('PUT', '/subscriptions', { active: false });
  expect((await read(campaign.id)).counts).toMatchObject({ sent: 2, read: 1, optedOut: 1 });
  expect((await send(campaign.id)).errors?.[0]?.extensions.code).toBe('NOBODY_TO_TELL');
  // Another campaign of the policy finds them told, or gone.
  const again = await create('elder');
  await send(again.id, 'LIKELY');
  expect((await settled(again.id)).counts).toMatchObject({ sent: 0, skippedOptedOut: 1, skippedTold: 1 });
  await old('PUT', '/subscriptions', { active: true });
});

it('heeds the weekly limit, and tells them later', async () => {
  await admin.query('mutation { updateSettings(input: { pushWeeklyCap: 1 }) { pushWeeklyCap } }');
  const old = await as('old');
  await old('PUT', '/subscriptions', { themes: ['社会救助'] });
  const campaign = await create('open');
  expect(campaign.counts).toMatchObject({ people: 5, fits: 1, unfit: 4 });
  await send(campaign.id);
  expect((await settled(campaign.id)).counts).toMatchObject({ sent: 0, skippedCapped: 1 });
  await test.ctx.manager.query(`UPDATE notification SET created_at = now() - interval '8 days' WHERE topic = 'policy'`);
  await send(campaign.id);
  expect((await settled(campaign.id)).counts).toMatchObject({ sent: 1, skippedCapped: 0 });
});

it('is tried out on the applicant of one’s own preview, and on nobody else', async () => {
  const { createPushCampaign } = await admin.query<{ createPushCampaign: { id: string } }>('mutation { createPushCampaign(input: { policy: "elder", preview: true }) { id } }');
  expect((await settled(createPushCampaign.id)).counts).toMatchObject({ people: 1, unknown: 1, likely: 1 });
  await send(createPushCampaign.id, 'LIKELY');
  expect((await settled(createPushCampaign.id)).counts).toMatchObject({ sent: 1 });
  expect(await test.ctx.manager.query(`SELECT count(*)::int AS n FROM notification WHERE realm LIKE 'preview:%' AND topic = 'policy'`)).toEqual([{ n: 1 }]);
});

it('says what leaves the hall without naming a policy that would tell a sensitive trait', async () => {
  await test.ctx.manager.query(`INSERT INTO notify_channel (name, enabled, settings, updated_by_name) VALUES ('webhook', true, '{"url": "https://hall.invalid/"}', '')`);
  await test.ctx.manager.query(`DELETE FROM notification WHERE topic = 'policy'`);
  const campaign = await create('care');
  await test.ctx.manager.query(`UPDATE push_recipient SET verdict = 'fits' WHERE campaign = $1 AND applicant_id = 'young'`, [campaign.id]);
  await send(campaign.id);
  await settled(campaign.id);
  expect(await test.ctx.manager.query(`SELECT title, facts -> 'outside' ->> 'title' AS outside FROM notification WHERE topic = 'policy'`)).toEqual([{ title: '政策直达：残疾人护理补贴办法', outside: '您有一条新的政策消息' }]);
  const english = await fetch(`${test.url}/hall/v1/notifications`, { headers: { ...(await headersOf('young')), 'accept-language': 'en' } });
  expect(await english.json()).toMatchObject({ items: [{ title: 'A policy for you: 残疾人护理补贴办法' }] });
  await test.ctx.manager.query('DELETE FROM notify_channel');
});

it('hands out what it holds of a person, and erases it', async () => {
  const old = await as('old');
  await old('PUT', '/subscriptions', { email: 'old@example.com' });
  const again = await create('elder');
  await send(again.id);
  await settled(again.id);
  const source = test.app.get(PersonalPushService, { strict: false });
  const [holding] = await source.holdings(test.ctx, { realm: 'hall', applicantId: 'old' });
  const [part] = await source.export(test.ctx, holding!.id);
  expect(part!.content).toMatchObject({ json: { email: 'old@example.com', themes: ['社会救助'], notifications: [{ title: '政策直达：高龄津贴办法' }], consents: [{ given: true }, { given: false }] } });
  expect(await test.ctx.transaction((tx) => source.erase(tx, [holding!.id]))).toEqual({ erased: [holding!.id], kept: [] });
  expect(await source.holdings(test.ctx, { realm: 'hall', applicantId: 'old' })).toEqual([]);
  expect(await old('GET', '/notifications')).toMatchObject({ total: 0 });
  expect(await test.ctx.manager.query(`SELECT 1 FROM push_recipient WHERE applicant_id = 'old'`)).toEqual([]);
});

it('is for those who may', async () => {
  const auditor = await signedIn(test, ['AUDITOR']);
  expect((await auditor.ask('{ pushCampaigns { totalItems } }')).errors).toBeUndefined();
  expect((await auditor.ask('mutation { createPushCampaign(input: { policy: "elder" }) { id } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await admin.ask('mutation { createPushCampaign(input: { policy: "none" }) { id } }')).errors?.[0]?.extensions).toMatchObject({ code: 'POLICY_NOT_IN_HALL', field: 'input.policy' });
  const clerk = await signedIn(test, ['CLERK']);
  expect((await clerk.ask('{ pushablePolicies { key } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
