import { readFileSync } from 'node:fs';
import fastify from 'fastify';
import { Pool } from 'pg';
import { plainList } from './plain-list.js';

// What the rates are compared with: the same bytes from memory, and the same rows by plain `pg`. Runs as a process of its own.
const [, , bodyFile, databaseUrl] = process.argv as unknown as [string, string, string, string];
const body = readFileSync(bodyFile);
const pool = new Pool({ connectionString: databaseUrl, max: 12 });

const app = fastify();
app.get('/static', (_request, reply) => reply.type('application/json; charset=utf-8').send(body));
app.post('/static', (_request, reply) => reply.type('application/json; charset=utf-8').send(body));
app.get('/list', () => plainList(pool));
await app.listen({ port: 0, host: '127.0.0.1' });
const { port } = app.server.address() as { port: number };
process.stdout.write(`${port}\n`);
