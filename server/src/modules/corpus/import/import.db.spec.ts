import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../../../../tests/factories/client.js';
import { withLabels } from '../../../../../tests/factories/corpus.js';
import { createTestApp, type TestApp } from '../../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../../tests/factories/users.js';

let test: TestApp;
let annotator: TestClient;
beforeAll(async () => {
  test = await createTestApp();
  await withLabels(test, ['apply', 'query'], { mobile: 'mobile' });
  annotator = await signedIn(test, ['ANNOTATOR']);
});
afterAll(() => test.close());

interface Result {
  rows: number;
  created: number;
  problems: number;
  byCode: Record<string, number>;
  encoding: string;
}
interface Ended {
  id: string;
  state: string;
  result: Result;
  error: { code: string } | null;
}

async function importFile(content: string | Buffer | Blob, format: 'JSONL' | 'CSV', dryRun = false, patience = 60_000, standIns = false): Promise<Ended> {
  const form = new FormData();
  form.append('file', content instanceof Blob ? content : new Blob([content as never]), 'corpus.txt');
  const { id: upload } = (await (await annotator.fetch('/api/uploads', { method: 'POST', body: form })).json()) as { id: string };
  const { importUtterances } = await annotator.query<{ importUtterances: { id: string } }>('mutation ($input: ImportUtterancesInput!) { importUtterances(input: $input) { id } }', { input: { upload, format, dryRun, standIns } });
  for (const until = Date.now() + patience; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const { operation } = await annotator.query<{ operation: Ended }>('query ($id: ID!) { operation(id: $id) { id state result error { code } } }', { id: importUtterances.id });
    if (['SUCCEEDED', 'FAILED', 'CANCELLED'].includes(operation.state)) return operation;
  }
  throw new Error('the import did not end');
}

async function problemsOf(operation: string): Promise<{ line: number; code: string; message: string }[]> {
  const answer = await annotator.query<{ utteranceImportProblems: { items: { line: number; code: string; message: string }[] } }>('query ($id: ID!) { utteranceImportProblems(operation: $id, take: 100) { items { line code message } } }', { id: operation });
  return answer.utteranceImportProblems.items;
}

/** What is alive, garbage aside: how lazily V8 collects says nothing about the import. */
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const liveHeap = () => {
  collect();
  return process.memoryUsage().heapUsed;
};

const total = async () => (await annotator.query<{ utterances: { totalItems: number } }>('{ utterances { totalItems } }')).utterances.totalItems;

describe('importing utterances', () => {
  it('puts stand-ins in the place of personal data, under the same marks', async () => {
    const lines = ['{"text":"我叫甄不有，手机18611112222，查进度","intent":"query","entities":[{"start":8,"end":19,"slot":"mobile"}]}', '{"text":"坏行，身份证110101199001011237","intent":"nowhere"}'];
    const { id, result } = await importFile(lines.join('\n'), 'JSONL', false, 60_000, true);
    expect(result).toMatchObject({ rows: 2, created: 1, problems: 1 });
    const rows = await test.ctx.manager.query<{ text: string; entities: unknown }[]>('SELECT text, entities FROM utterance WHERE origin = $1', [id]);
    expect(rows).toEqual([{ text: expect.stringMatching(/^我叫[^甄]..，手机186\d{8}，查进度$/), entities: [{ start: 8, end: 19, slot: 'mobile' }] }]);
    const texts = await test.ctx.manager.query<{ all: string }[]>(`SELECT string_agg(t::text, ' ') AS all FROM (SELECT u::text AS t FROM utterance u UNION ALL SELECT p::text FROM utterance_import_problem p UNION ALL SELECT o::text FROM operation o) AS t`);
    expect(texts[0]!.all).not.toMatch(/甄不有|18611112222|110101199001011237/);
    await test.ctx.manager.query('DELETE FROM utterance WHERE origin = $1', [id]);
  });

  const jsonl = [
    '\ufeff{"text":"导入的第一句","intent":"apply","entities":[]}',
    '{"text":"手机13800138000","intent":"query","entities":[{"start":2,"end":13,"label":"mobile"}]}',
    '',
    '{"text":"没有意图的句子"}',
    '{"text":"导入的第一句","intent":"apply"}',
    '{"text":"未知意图","intent":"nowhere"}',
    '{"text":"短","entities":[{"start":0,"end":9,"slot":"mobile"}]}',
    '{"text": 坏行}',
    '[]',
    `{"text":"${'长'.repeat(100_000)}"}`,
  ].join('\n');
  const expected = [
    [5, 'DUPLICATE_TEXT'], [6, 'UNKNOWN_INTENT'], [7, 'SPAN_OUTSIDE_TEXT'], [8, 'BROKEN_LINE'], [9, 'BROKEN_LINE'], [10, 'LINE_TOO_LONG'],
  ];

  it('tries a file without changing anything, then imports it, and says which lines were left out', async () => {
    const before = await total();
    const tried = await importFile(jsonl, 'JSONL', true);
    expect(tried.result).toMatchObject({ rows: 9, created: 3, problems: 6 });
    expect(await total()).toBe(before);
    const done = await importFile(jsonl, 'JSONL');
    expect(done.result).toMatchObject({ rows: 9, created: 3, problems: 6, encoding: 'utf-8' });
    for (const { id } of [tried, done]) expect((await problemsOf(id)).map(({ line, code }) => [line, code])).toEqual(expected);
    expect(await total()).toBe(before + 3);
    expect((await importFile(jsonl, 'JSONL')).result).toMatchObject({ created: 0, byCode: { DUPLICATE_TEXT: 4 } });
  });

  it('reads GB18030, CSV with Chinese headers, quotes and line breaks in cells', async () => {
    const csv = '文本,意图,槽位\r\n"带逗号，和""引号""的句子,第二部分",apply,\r\n"两行\n的句子",query,\r\n"号码13900139000",query,"[{""start"":2,""end"":13,""slot"":""mobile""}]"\r\n坏槽位,query,不是JSON\r\n';
    const { result, id } = await importFile(iconv.encode(csv, 'gb18030'), 'CSV');
    expect(result).toMatchObject({ rows: 4, created: 3, encoding: 'gb18030' });
    expect(await problemsOf(id)).toMatchObject([{ line: 6, code: 'BROKEN_LINE' }]);
    const { utterances } = await annotator.query<{ utterances: { items: { entities: object[] }[] } }>('{ utterances(filter: {q: "号码139"}) { items { entities { start end slot } } } }');
    expect(utterances.items[0]!.entities).toEqual([{ start: 2, end: 13, slot: 'mobile' }]);
  });

  it('names the line whose UTF-8 is broken and takes the others', async () => {
    const file = Buffer.concat([Buffer.from('{"text":"完好的一行"}\n{"text":"断'), Buffer.from([0xe5, 0x8a]), Buffer.from('"}\n{"text":"又一行完好的"}\n')]);
    const { result, id } = await importFile(file, 'JSONL');
    expect(result).toMatchObject({ rows: 3, created: 2, encoding: 'utf-8' });
    expect(await problemsOf(id)).toMatchObject([{ line: 2, code: 'BROKEN_ENCODING' }]);
  });

  it('refuses a CSV without the column', async () => {
    expect(await importFile('a,b\n1,2\n', 'CSV')).toMatchObject({ state: 'FAILED', error: { code: 'MISSING_COLUMN' } });
  });

  it('exports what an import reads back, formulas disarmed', async () => {
    await annotator.query('mutation { createUtterance(input: {text: "=SUM(A1)是什么", intent: "query"}) { id } }');
    const csv = await (await annotator.fetch('/api/corpus/export?format=csv&intent=query')).text();
    expect(csv).toContain("\n'=SUM(A1)是什么,query,");
    expect((await importFile(csv, 'CSV')).result).toMatchObject({ created: 0, byCode: { DUPLICATE_TEXT: csv.trim().split('\r\n').length - 1 } });
    const lines = (await (await annotator.fetch('/api/corpus/export?slot=mobile')).text()).trim().split('\n').map((line) => JSON.parse(line) as { text: string });
    expect(lines.map((line) => line.text).sort()).toEqual(['号码13900139000', '手机13800138000']);
    expect((await annotator.fetch('/api/corpus/export?format=xlsx')).status).toBe(400);
  });

  it('takes many lines in bounded memory', async () => {
    const lines = Number(process.env['BANSHI_IMPORT_LINES'] ?? 20_000);
    const parts = Array.from({ length: lines / 1_000 }, (_, k) => Array.from({ length: 1_000 }, (_, i) => `{"text":"第${k * 1_000 + i}号市民想问${['失业金', '居住证', '创业补贴', '休学'][i % 4]!}的事","intent":"apply"}\n`).join(''));
    const file = new Blob(parts);
    let peak = 0;
    const before = liveHeap();
    const watch = setInterval(() => (peak = Math.max(peak, liveHeap())), 1_000);
    const started = Date.now();
    const { result } = await importFile(file, 'JSONL', false, 590_000);
    clearInterval(watch);
    peak = Math.max(peak, liveHeap());
    console.info(`${lines} lines in ${Date.now() - started} ms, heap grew by at most ${Math.round((peak - before) / 1e6)} MB`);
    expect(result).toMatchObject({ rows: lines, created: lines });
    expect(peak - before).toBeLessThan(100e6);
  }, 600_000);
});
