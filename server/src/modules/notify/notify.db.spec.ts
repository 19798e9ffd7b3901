import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestClient } from '../../../../tests/factories/client.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../tests/factories/users.js';
import { isSigned } from './message-signature.js';
import { NotifyService } from './notify.service.js';
import type { NewNotification, Preparation } from './notify.types.js';
import { isPublicAddress, outboundAddress } from './outbound-address.js';

let test: TestApp;
let admin: TestClient;
let web: Server;
let smtp: SMTPServer;
const posts: { headers: IncomingHttpHeaders; body: string }[] = [];
const mails: { to: string; data: string }[] = [];
let status = 200;
let notify: NotifyService;

beforeAll(async () => {
  web = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      posts.push({ headers: request.headers, body });
      response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end('ok');
    });
  }).listen(0, '127.0.0.1');
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => done(address.startsWith('nobody') ? Object.assign(new Error(`no mailbox ${address}`), { responseCode: 550 }) : null),
    onData(stream, session, done) {
      let data = '';
      stream.on('data', (chunk: Buffer) => (data += chunk.toString()));
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), data });
        done();
      });
    },
  });
  smtp.listen(0, '127.0.0.1');
  test = await createTestApp({}, { BANSHI_NOTIFY_PRIVATE_HOSTS: '127.0.0.1' });
  admin = await signedIn(test, ['ADMINISTRATOR']);
  notify = test.app.get(NotifyService, { strict: false });
  notify.register({
    topic: 'test',
    prepare: async (_ctx, due) => new Map(due.map(({ delivery, recipient }): [string, Preparation] => [delivery, recipient.id === 'opted-out' ? { skip: 'opted-out' } : { address: `${recipient.id}@example.com` }])),
  });
}, 60_000);
afterAll(async () => {
  await test.close();
  web.close();
  smtp.close(() => undefined);
});

const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port;
const saveDocument = 'mutation ($input: SaveNotifyChannelInput!) { saveNotifyChannel(input: $input) { name enabled hasSecret settings } }';
const save = (name: string, settings: object, secret?: string) => admin.ask<{ saveNotifyChannel: { hasSecret: boolean } }>(saveDocument, { input: { name, enabled: true, settings, ...(secret !== undefined && { secret }) } });
const send = (one: Partial<NewNotification> & { recipient: NewNotification['recipient'] }) => test.ctx.transaction((tx) => notify.sendMany(tx, [{ topic: 'test', dedupeKey: 'k', title: '新政策', body: '您可能符合条件。', ...one }]));
const deliveries = async () => test.ctx.manager.query<{ id: string; channel: string; state: string; attempts: number; error: { code: string; zh: string } | null; recipient: string }[]>('SELECT d.*, n.recipient FROM delivery d JOIN notification n ON n.id = d.notification ORDER BY d.created_at');
async function until<T>(read: () => Promise<T> | T, isDone: (value: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const value = await read();
    if (isDone(value) || tries > 150) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
const whenAll = (...states: string[]) => until(deliveries, (rows) => rows.length > 0 && rows.every(({ state }) => states.includes(state)));

it('keeps one notification per key, and knows what was read', async () => {
  const recipient = { realm: 'hall', id: 'citizen-1' };
  const [first] = await send({ recipient });
  const [second] = await send({ recipient, title: '再次' });
  expect([first!.isNew, second!.isNew, second!.id]).toEqual([true, false, first!.id]);
  expect(await notify.listFor(test.ctx, recipient, { skip: 0, take: 10 })).toMatchObject({ totalItems: 1, unread: 1, items: [{ title: '新政策', readAt: null }] });
  expect(await notify.markRead(test.ctx, { realm: 'hall', id: 'citizen-2' }, null)).toBe(0);
  expect(await notify.markRead(test.ctx, recipient, [first!.id])).toBe(1);
  expect(await notify.unread(test.ctx, recipient)).toBe(0);
});

it('tells staff in the back office', async () => {
  const { me } = await admin.query<{ me: { id: string } }>('{ me { id } }');
  await send({ recipient: { realm: 'staff', id: me.id }, link: '/push' });
  const read = () => admin.query<{ myNotifications: { unread: number; items: { link: string }[] } }>('{ myNotifications { unread items { link } } }');
  expect((await read()).myNotifications).toEqual({ unread: 1, items: [{ link: '/push' }] });
  await admin.query('mutation { markNotificationsRead }');
  expect((await read()).myNotifications.unread).toBe(0);
});

it('refuses settings that are none, and never shows a secret', async () => {
  for (const [name, settings] of [['webhook', { url: 'ftp://example.com/x' }], ['webhook', { url: 'https://user:pass@example.com' }], ['email', { host: 'mail.example.com', from: 'x\r\nBcc: y@example.com' }], ['email', { host: 'a b', from: 'hall@example.com' }], ['sms', {}]] as const) {
    expect((await save(name, settings)).errors?.[0]?.extensions.code).toMatch(/CHANNEL_INCOMPLETE|INVALID_INPUT/);
  }
  const { data } = await save('webhook', { url: `http://127.0.0.1:${portOf(web)}/in?x=1` }, 'whsec_c2VjcmV0');
  expect(JSON.stringify(data)).not.toContain('c2VjcmV0');
  expect(data!.saveNotifyChannel.hasSecret).toBe(true);
  const [row] = await test.ctx.manager.query<{ secret: string }[]>(`SELECT secret FROM notify_channel WHERE name = 'webhook'`);
  expect(row!.secret).not.toContain('c2VjcmV0');
});

it('posts signed messages, tries failed ones again under the same id and follows no redirect', async () => {
  status = 302;
  await send({ recipient: { realm: 'hall', id: 'citizen-3' }, channels: ['webhook'], link: '/policies/a' });
  const [failed] = await until(deliveries, ([row]) => row?.state === 'PENDING' && row.attempts === 1);
  expect(failed).toMatchObject({ error: { code: 'SEND_FAILED', zh: '发送失败：HTTP 302' } });
  status = 200;
  await test.ctx.manager.query('UPDATE delivery SET next_at = now()');
  await test.ctx.transaction((tx) => notify.wake(tx));
  await whenAll('DELIVERED');
  const [one, two] = posts;
  expect(two!.body).toBe(one!.body);
  expect(two!.headers['webhook-id']).toBe(failed!.id);
  expect(JSON.parse(two!.body)).toMatchObject({ id: failed!.id, topic: 'test', recipient: { realm: 'hall', id: 'citizen-3' }, title: '新政策', link: '/policies/a' });
  expect(isSigned('whsec_c2VjcmV0', failed!.id, Number(two!.headers['webhook-timestamp']), two!.body, String(two!.headers['webhook-signature']))).toBe(true);
  expect(posts).toHaveLength(2);
});

it('gives up on 410, and tries again when asked to', async () => {
  await test.ctx.manager.query('DELETE FROM notification');
  status = 410;
  await send({ recipient: { realm: 'hall', id: 'citizen-4' }, channels: ['webhook'] });
  const [row] = await whenAll('FAILED');
  status = 200;
  await admin.query('mutation ($id: ID!) { retryDelivery(id: $id) { state } }', { id: row!.id });
  await whenAll('DELIVERED');
  expect((await admin.ask('mutation ($id: ID!) { retryDelivery(id: $id) { state } }', { id: row!.id })).errors?.[0]?.extensions.code).toBe('DELIVERY_NOT_RETRYABLE');
});

it('mails through a server, with a stable Message-ID; a mailbox that is not there fails for good', async () => {
  await test.ctx.manager.query('DELETE FROM notification');
  expect((await save('email', { host: '127.0.0.1', port: portOf(smtp.server), security: 'none', user: '', from: '云江大厅 <hall@example.com>' })).errors).toBeUndefined();
  for (const id of ['citizen-5', 'nobody', 'opted-out']) await send({ recipient: { realm: 'hall', id }, channels: ['email'], title: '新政策：养老' });
  const rows = await whenAll('DELIVERED', 'FAILED', 'SKIPPED');
  expect(Object.fromEntries(rows.map(({ recipient, state }) => [recipient, state]))).toEqual({ 'citizen-5': 'DELIVERED', nobody: 'FAILED', 'opted-out': 'SKIPPED' });
  expect(rows.find(({ recipient }) => recipient === 'nobody')!.error!.zh).not.toContain('nobody@');
  const [mail] = mails;
  expect(mails).toHaveLength(1);
  expect(mail!.to).toBe('citizen-5@example.com');
  expect(mail!.data).toContain(`Message-ID: <${rows.find(({ recipient }) => recipient === 'citizen-5')!.id}@example.com>`);
  expect(mail!.data).toContain('Auto-Submitted: auto-generated');
  const { deliveries: list } = await admin.query<{ deliveries: { totalItems: number; items: { title: string; error: { message: string } | null }[] } }>('{ deliveries(filter: { state: SKIPPED }) { totalItems items { title error { message } } } }');
  expect(list).toEqual({ totalItems: 1, items: [{ title: '新政策：养老', error: { message: '收件人已退订' } }] });
});

it('takes over what a dead process was sending', async () => {
  await test.ctx.manager.query('DELETE FROM notification');
  await send({ recipient: { realm: 'hall', id: 'citizen-6' }, channels: ['webhook'], notBefore: new Date(Date.now() + 3_600_000) });
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect((await deliveries())[0]!.state).toBe('PENDING');
  await test.ctx.manager.query(`UPDATE delivery SET state = 'SENDING', attempts = 1, next_at = now() - interval '1 second'`);
  await test.ctx.transaction((tx) => notify.wake(tx));
  expect((await whenAll('DELIVERED'))[0]!.attempts).toBe(2);
});

it('tests a channel, and knocks on no inner door', async () => {
  await admin.query('mutation { testNotifyChannel(name: "webhook") }');
  expect(JSON.parse(posts.at(-1)!.body)).toMatchObject({ title: '测试消息', topic: 'test' });
  await save('webhook', { url: `http://localhost:${portOf(web)}/` });
  expect((await admin.ask('mutation { testNotifyChannel(name: "webhook") }')).errors?.[0]?.extensions.code).toBe('ADDRESS_REFUSED');
  await expect(outboundAddress('127.0.0.1', [])).rejects.toThrow('ADDRESS_REFUSED');
  for (const address of ['10.1.2.3', '169.254.169.254', '192.168.1.1', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1', 'fd00::1', 'fe80::1', '0.0.0.0', '100.64.0.1', 'nonsense']) expect([address, isPublicAddress(address)]).toEqual([address, false]);
  for (const address of ['8.8.8.8', '2606:4700::1111', '172.32.0.1']) expect([address, isPublicAddress(address)]).toEqual([address, true]);
  const clerk = await signedIn(test, ['CLERK']);
  expect((await clerk.ask('{ notifyChannels { name } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
