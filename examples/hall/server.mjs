// A hall in one file: it serves a page with <banshi-assistant> and passes the assistant's calls on to Banshi. The hall key
// and the secret that signs who is signed in stay here, out of the browser.
//
//   BANSHI_KEY=… node examples/hall/server.mjs        BANSHI_URL, PORT and CITIZEN as you need them
import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const files = new Map([
  ['/', { body: read('index.html'), type: 'text/html' }],
  ['/page.css', { body: read('page.css'), type: 'text/css' }],
]);
/** As strict as a government site's: no inline script or style, nothing from elsewhere. */
const policy = "default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html";
/** What of a request goes on to Banshi, and what of the answer comes back. */
const requestHeaders = ['accept', 'accept-language', 'content-type', 'idempotency-key', 'if-none-match'];
const responseHeaders = ['content-type', 'etag', 'cache-control', 'retry-after'];
const tokenLifetimeSeconds = 600;

/** Starts the hall. `citizen` is who is signed in, null for nobody: a real hall reads its own session here. */
export async function startHall({ banshi, key, port = 0, citizen = null }) {
  const secret = createHmac('sha256', createHash('sha256').update(key).digest()).update('banshi applicant token').digest();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path.startsWith('/banshi/')) {
      passOn(request, response).catch(() => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
      return;
    }
    const file = files.get(path.split('?')[0]);
    response.writeHead(file ? 200 : 404, { 'content-type': `${file?.type ?? 'text/plain'}; charset=utf-8`, 'content-security-policy': policy });
    response.end(file?.body);
  });

  async function passOn(request, response) {
    const headers = { authorization: `Bearer ${key}`, ...(citizen && { 'x-banshi-applicant': applicantToken(secret, citizen) }) };
    for (const name of requestHeaders) if (request.headers[name]) headers[name] = request.headers[name];
    const ended = new AbortController();
    response.on('close', () => ended.abort());
    const hasBody = request.method === 'POST';
    const answer = await fetch(`${banshi}/hall/v1/${request.url.slice('/banshi/'.length)}`, { method: request.method, headers, signal: ended.signal, ...(hasBody && { body: Readable.toWeb(request), duplex: 'half' }) });
    response.statusCode = answer.status;
    for (const name of responseHeaders) if (answer.headers.has(name)) response.setHeader(name, answer.headers.get(name));
    if (!answer.body) return response.end();
    // Events must not wait for more to come.
    response.flushHeaders();
    for await (const chunk of answer.body) response.write(chunk);
    response.end();
  }

  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())),
  };
}

function read(name) {
  return readFileSync(fileURLToPath(new URL(name, import.meta.url)));
}

/** Who is signed in: JWT (RFC 7519), HS256. */
function applicantToken(secret, { id, name }) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const body = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: id, name, exp: Math.floor(Date.now() / 1_000) + tokenLifetimeSeconds })}`;
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { BANSHI_URL = 'http://127.0.0.1:8080', BANSHI_KEY, PORT = '8090', CITIZEN = '张三' } = process.env;
  if (!BANSHI_KEY) throw new Error('BANSHI_KEY is missing: make a key with hall.read, hall.chat and hall.cases under 系统 › 密钥');
  const { url } = await startHall({ banshi: BANSHI_URL, key: BANSHI_KEY, port: Number(PORT), citizen: { id: 'example-citizen', name: CITIZEN } });
  console.info(url);
}
