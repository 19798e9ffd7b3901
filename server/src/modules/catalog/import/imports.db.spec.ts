import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../../../../tests/factories/client.js';
import { newItem, newOrgUnit } from '../../../../../tests/factories/config.js';
import { finished, upload } from '../../../../../tests/factories/files.js';
import { createTestApp, type TestApp } from '../../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../../tests/factories/users.js';
import { newService } from '../../../../../workflows/bundle/src/testing/factories.js';

let test: TestApp;
let admin: TestClient;
let city: string;
let welfare: string;

beforeAll(async () => {
  test = await createTestApp();
  admin = await signedIn(test, ['ADMINISTRATOR']);
  city = await newOrgUnit(test, 'city', '某市');
  welfare = await newOrgUnit(test, 'welfare', '某市人社局', city);
  await newOrgUnit(test, 'police', '某市公安局', city);
});
afterAll(() => test.close());

interface Problem {
  row: number;
  column: string | null;
  code: string;
  severity: string;
  message: string;
  value: string | null;
}

const header = '事项编码,事项名称,事项类型,实施机关,办理对象,法定时限,承诺时限,咨询电话,受理条件,申请材料\r\n';
const line = (code: string, over: Partial<Record<'title' | 'type' | 'department' | 'audience' | 'statutory' | 'promised' | 'phone' | 'conditions' | 'materials', string>> = {}) => {
  const row = { title: `事项${code}`, type: '公共服务', department: '某市人社局', audience: '自然人', statutory: '20(工作日)', promised: '5(工作日)', phone: '0000-12345678', conditions: '年满十八周岁。', materials: '身份证', ...over };
  return `${[code, row.title, row.type, row.department, row.audience, row.statutory, row.promised, row.phone, row.conditions, row.materials].map((cell) => (/[",\n]/.test(cell) ? `"${cell}"` : cell)).join(',')}\r\n`;
};

async function send(client: TestClient, mutation: 'planServiceImport' | 'runServiceImport', input: Record<string, unknown>) {
  const type = mutation === 'planServiceImport' ? 'PlanServiceImportInput' : 'RunServiceImportInput';
  const answer = await client.query<Record<string, { id: string }>>(`mutation ($input: ${type}!) { ${mutation}(input: $input) { id } }`, { input });
  return finished(client, answer[mutation]!.id);
}
async function importFile(content: string | Uint8Array, options: { mutation?: 'planServiceImport' | 'runServiceImport'; client?: TestClient; mapping?: Record<string, unknown>; input?: Record<string, unknown> } = {}) {
  const client = options.client ?? admin;
  const id = await upload(client, content);
  const { suggestImportMapping } = await client.query<{ suggestImportMapping: Record<string, unknown> }>('query ($id: ID!) { suggestImportMapping(upload: $id) }', { id });
  const operation = await send(client, options.mutation ?? 'runServiceImport', { upload: id, mapping: { ...suggestImportMapping, ...options.mapping }, ...options.input });
  const { importProblems } = await client.query<{ importProblems: { items: Problem[]; totalItems: number } }>('query ($id: ID!) { importProblems(operation: $id, take: 200) { items { row column code severity message value } totalItems } }', { id: operation.id });
  return { ...operation, problems: importProblems.items };
}
const serviceBody = async (key: string) =>
  (await admin.query<{ configItem: { title: string; draft: { rev: number; body: ReturnType<typeof newService> } } | null }>('query ($key: String!) { configItem(kind: "service", key: $key) { title draft { rev body } } }', { key })).configItem;
const codes = (problems: Problem[], severity?: string) => problems.filter((problem) => !severity || problem.severity === severity).map((problem) => `${problem.row} ${problem.code}`);

describe('import of services', () => {
  it('shows how a file will be read and guesses the mapping', async () => {
    const id = await upload(admin, header + line('A-1'));
    const { inspectUpload, suggestImportMapping } = await admin.query<{ inspectUpload: Record<string, unknown>; suggestImportMapping: { columns: Record<string, string> } }>(
      'query ($id: ID!) { inspectUpload(id: $id) { format encoding columns sample } suggestImportMapping(upload: $id) }',
      { id },
    );
    expect(inspectUpload).toMatchObject({ format: 'csv', encoding: 'utf-8', sample: [{ 事项编码: 'A-1' }] });
    expect(suggestImportMapping.columns).toMatchObject({ code: '事项编码', title: '事项名称', statutoryLimit: '法定时限', promisedLimit: '承诺时限', conditions: '受理条件' });
  });

  it('changes nothing in a dry run, then imports, then finds nothing to change', async () => {
    const file = header + line('B-1') + line('B-2', { department: 'police', materials: '身份证；户口簿（原件；复印件）' });
    const plan = await importFile(file, { mutation: 'planServiceImport' });
    expect(plan).toMatchObject({ state: 'SUCCEEDED', result: { rows: 2, valid: 2, created: 2, problems: 1 } });
    expect(await serviceBody('b-1')).toBeNull();
    const run = await importFile(file);
    expect(run.result).toMatchObject({ rows: 2, valid: 2, created: 2, updated: 0, unchanged: 0, byCode: { 'materials-assumed': 1 } });
    expect((await serviceBody('b-2'))!.draft.body).toMatchObject({ code: 'B-2', department: 'police', guide: { materials: [{ name: '身份证' }, { name: '户口簿（原件；复印件）' }], statutoryLimit: { amount: 20, unit: 'workday' } } });
    const again = await importFile(file);
    expect(again.result).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect((await serviceBody('b-1'))!.draft.rev).toBe(1);
    const { services } = await admin.query<{ services: { totalItems: number } }>('{ services(filter: {q: "sxb"}) { totalItems } }');
    expect(services.totalItems).toBe(2);
  });

  it('updates by code what the file says and keeps the rest', async () => {
    await newItem(test, 'service', 'allowance', newService({ title: '旧名称', code: 'C-1', form: null, workflow: null, online: false }));
    const run = await importFile(header + line('C-1', { title: '新名称', phone: '无' }));
    expect(run.result).toMatchObject({ created: 0, updated: 1 });
    const item = await serviceBody('allowance');
    expect(item).toMatchObject({ title: '新名称', draft: { rev: 2, body: { code: 'C-1', summary: '符合条件的居民可以申领。', guide: { consultPhone: '', location: '市民中心一楼' } } } });
    expect(codes(run.problems)).toContain('2 already-exists');
  });

  it('reports every doubtful value by row and column and swallows none', async () => {
    const file =
      header +
      line('D-1', { statutory: '5(工作日)', promised: '30(工作日)' }) +
      line('D-2', { statutory: '-3(工作日)', promised: '0(工作日)' }) +
      line('D-3', { statutory: '尽快', promised: '即办' }) +
      line('D-4', { phone: '无w' }) +
      line('D-5', { type: '行政魔法' }) +
      line('D-6', { audience: '自然人、外星人' }) +
      line('D-7', { conditions: '符合下列条件之一：' }) +
      line('D-8', { conditions: '申请人应当年满十八周岁（含' }) +
      line('D-9', { department: '不存在的局' }) +
      line('D-1', { title: '重复' }) +
      line('D-10', { title: '' }) +
      line('D-11', { title: '长'.repeat(250) }) +
      line('D-12', { statutory: '30', promised: '1个月' });
    const run = await importFile(file, { mutation: 'planServiceImport' });
    const found = codes(run.problems);
    for (const expected of ['2 limit-over-statutory', '3 limit-not-positive', '4 limit-unreadable', '4 limit-at-once', '5 phone-implausible', '6 type-unknown', '7 audience-unknown', '8 text-cut', '9 brackets-unbalanced', '10 department-unknown', '11 duplicate-in-file', '12 value-missing', '13 text-too-long', '14 limit-unit-assumed']) {
      expect(found).toContain(expected);
    }
    expect(found.filter((code) => code === '3 limit-not-positive')).toHaveLength(2);
    expect(run.result).toMatchObject({ rows: 13, valid: 9 });
    expect(run.problems.find((problem) => problem.code === 'type-unknown')).toMatchObject({ row: 6, column: '事项类型', value: '行政魔法', severity: 'error', message: expect.stringContaining('未知的事项类型') });
    expect(run.problems.find((problem) => problem.code === 'duplicate-in-file')!.message).toContain('第 2 行');
  });

  it('stops before changing anything when told to', async () => {
    const run = await importFile(header + line('E-1') + line('E-2', { type: '?' }), { input: { onProblem: 'STOP' } });
    expect(run).toMatchObject({ state: 'FAILED', error: { code: 'IMPORT_HAS_PROBLEMS' } });
    expect(codes(run.problems, 'error')).toEqual(['3 type-unknown']);
    expect(await serviceBody('e-1')).toBeNull();
  });

  it('makes departments when told to, under the chosen one', async () => {
    const run = await importFile(header + line('F-1', { department: '某市医保局' }) + line('F-2', { department: '某市医保局' }), { mapping: { departments: 'create' }, input: { orgUnit: city } });
    expect(run.result).toMatchObject({ created: 2, byCode: { 'department-created': 1 } });
    const { services } = await admin.query<{ services: { items: unknown[] } }>('{ services(filter: {keys: ["f-1"]}) { items { department { title parent { key } } } } }');
    expect(services.items).toEqual([{ department: { title: '某市医保局', parent: { key: 'city' } } }]);
  });

  it('keeps an administrator of a department to its services', async () => {
    const scoped = await signedIn(test, ['ADMINISTRATOR'], { scopeId: welfare });
    const run = await importFile(header + line('G-1') + line('G-2', { department: '某市公安局' }) + line('B-2', { title: '占用' }), { client: scoped });
    expect(codes(run.problems, 'error')).toEqual(['3 department-not-yours', '4 item-not-yours']);
    expect(run.result).toMatchObject({ created: 1, valid: 1 });
    expect(await serviceBody('g-2')).toBeNull();
  });

  it('reads GB18030, UTF-16 and UTF-8 with a mark alike', async () => {
    const { default: iconv } = await import('iconv-lite');
    const text = header + line('H-1', { title: '𠮷野家㐀' });
    for (const bytes of [iconv.encode(text, 'gb18030'), iconv.encode(text, 'utf-16le', { addBOM: true }), iconv.encode(text, 'utf-16be', { addBOM: true }), Buffer.from(`\ufeff${text}`)]) {
      expect((await importFile(bytes)).result).toMatchObject({ valid: 1 });
      expect((await serviceBody('h-1'))!.title).toBe('𠮷野家㐀');
    }
  });

  it('refuses the rows that are broken UTF-8 and takes the others', async () => {
    const good = Buffer.from(header + line('I-1') + line('I-2') + line('I-3'));
    const at = good.indexOf(Buffer.from('事项I-2'));
    const broken = Buffer.concat([good.subarray(0, at), Buffer.from([0xe4, 0xba]), good.subarray(at)]);
    const run = await importFile(broken);
    expect(codes(run.problems, 'error')).toEqual(['3 broken-text']);
    expect(run.result).toMatchObject({ created: 2, encoding: 'utf-8' });
  });

  it('reads JSON, JSON Lines and XLSX', async () => {
    const row = (code: string) => ({ TASK_CODE: code, TASK_NAME: `门户事项${code}`, TASK_TYPE_TEXT: '行政许可', DEPT_NAME: '某市人社局', handle_time: '30(工作日)', handle_time_limit: '7(工作日)', theme_category: ['社会保障（社会保险、社会救助）'], service_object_name: ['自然人', '企业法人'], material_intro: ['申请表'] });
    const array = await importFile(JSON.stringify([row('J-1'), row('J-2')], null, 2));
    expect(array.result).toMatchObject({ created: 2, format: 'json' });
    expect((await serviceBody('j-1'))!.draft.body).toMatchObject({ type: 'permit', audience: ['person', 'company'], themes: ['社会保障（社会保险、社会救助）'], guide: { statutoryLimit: { amount: 30 }, promisedLimit: { amount: 7 } } });
    const lines = await importFile(`${JSON.stringify(row('J-3'))}\n{"broken\n\n[1]\n${JSON.stringify(row('J-4'))}\n`);
    expect(lines.result).toMatchObject({ created: 2, rows: 4, format: 'jsonl' });
    expect(codes(lines.problems, 'error')).toEqual(['2 not-json', '4 not-an-object']);
    const { default: ExcelJS } = await import('exceljs');
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('事项');
    sheet.addRow(['事项编码', '事项名称', '事项类型', '实施机关', '法定时限']);
    sheet.addRow(['K-1', { richText: [{ text: '富' }, { text: '文本' }] }, '公共服务', '某市人社局', 20]);
    sheet.addRow([1.144e30, '编码成了数字', '公共服务', '某市人社局', '20(工作日)']);
    const xlsx = await importFile(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(xlsx.result).toMatchObject({ created: 1, format: 'xlsx' });
    expect(codes(xlsx.problems, 'error')).toEqual(['3 code-imprecise']);
    expect(await serviceBody('k-1')).toMatchObject({ title: '富文本' });
  });

  it('refuses files that are none: empty, binary, wrong columns, a bomb, paths that climb', async () => {
    const inspect = async (content: string | Uint8Array) => (await admin.ask('query ($id: ID!) { inspectUpload(id: $id) { columns } }', { id: await upload(admin, content) })).errors?.[0]?.extensions.code;
    expect(await inspect('')).toBe('EMPTY_FILE');
    expect(await inspect(' \n')).toBe('EMPTY_FILE');
    expect(await inspect(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]))).toBe('UNSUPPORTED_FILE');
    expect(await inspect('PK\u0003\u0004 not a zip')).toBe('FILE_UNREADABLE');
    expect(await inspect('[]')).toBe('NO_COLUMNS');
    const { ZipFile } = (await import('yazl')).default;
    const zip = async (fill: (file: InstanceType<typeof ZipFile>) => void) => {
      const file = new ZipFile();
      fill(file);
      file.end();
      const chunks: Buffer[] = [];
      for await (const chunk of file.outputStream) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    };
    expect(await inspect(await zip((file) => file.addBuffer(Buffer.from('x'), 'readme.txt')))).toBe('UNSUPPORTED_FILE');
    expect(await inspect(await zip((file) => file.addBuffer(Buffer.alloc(100 * 1_048_576), 'xl/sharedStrings.xml')))).toBe('ARCHIVE_TOO_LARGE');
    const climbing = await zip((file) => file.addBuffer(Buffer.from('x'), 'aa/etc/passwd'));
    for (let at = climbing.indexOf('aa/etc'); at >= 0; at = climbing.indexOf('aa/etc', at + 1)) climbing.write('..', at);
    expect(await inspect(climbing)).toBe('ARCHIVE_PATH_REFUSED');
    const id = await upload(admin, 'a,b\n1,2\n');
    const plan = async (mapping: unknown) => (await admin.ask('mutation ($input: PlanServiceImportInput!) { planServiceImport(input: $input) { id } }', { input: { upload: id, mapping } })).errors?.[0]?.extensions;
    expect(await plan({ columns: { title: 'c', department: 'a', type: 'b' } })).toMatchObject({ code: 'INVALID_INPUT', field: 'input.mapping.columns.title' });
    expect(await plan({ columns: { title: 'a' } })).toMatchObject({ code: 'INVALID_INPUT', field: 'input.mapping.columns.department' });
    expect(await plan({ columns: { nonsense: 'a' } })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await plan('x')).toMatchObject({ code: 'INVALID_INPUT', field: 'input.mapping' });
  });

  it('lets nobody read the uploads and problems of others', async () => {
    const id = await upload(admin, header + line('L-1'));
    const run = await importFile(header + line('L-2'));
    const other = await signedIn(test, ['ANNOTATOR']);
    const stranger = await signedIn(test, ['ADMINISTRATOR'], { scopeId: welfare });
    expect((await other.ask('query ($id: ID!) { inspectUpload(id: $id) { columns } }', { id })).errors![0]!.extensions.code).toBe('FORBIDDEN');
    expect((await stranger.ask('query ($id: ID!) { inspectUpload(id: $id) { columns } }', { id })).errors![0]!.extensions.code).toBe('FORBIDDEN');
    expect((await other.fetch(`/api/imports/${run.id}/problems.csv`)).status).toBe(403);
  });

  it('exports problems and services as CSV that no spreadsheet runs and the import reads again', async () => {
    const run = await importFile(header + line('M-1', { title: '=1+1' }) + line('M-2', { phone: '@电话' }) + line('M-3', { type: '+1' }));
    const problems = await (await admin.fetch(`/api/imports/${run.id}/problems.csv`)).text();
    expect(problems).toContain("'@电话");
    expect(problems).toContain("'+1");
    const response = await admin.fetch('/api/services.csv?q=M-&type=public-service');
    expect(response.headers.get('content-disposition')).toContain('services.csv');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(bytes.toString()).toContain(",'=1+1,");
    const again = await importFile(bytes);
    expect(again.result).toMatchObject({ valid: 2, unchanged: 2, created: 0, updated: 0 });
    expect((await admin.fetch('/api/services.csv?type=nothing')).status).toBe(400);
  });

  it('streams 200,000 rows in bounded memory and stops when cancelled', async () => {
    const part = Array.from({ length: 1_000 }, (_, index) => line(`#${index}`)).join('');
    const parts = Array.from({ length: 200 }, (_, index) => part.replaceAll('#', `N${index}-`));
    const id = await upload(admin, new Blob([header, ...parts]));
    const before = process.memoryUsage();
    let peak = 0;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().heapUsed)), 50);
    const mapping = { columns: { code: '事项编码', title: '事项名称', type: '事项类型', department: '实施机关' } };
    const plan = await send(admin, 'planServiceImport', { upload: id, mapping });
    clearInterval(watch);
    expect(plan.result).toMatchObject({ rows: 200_000, valid: 200_000, problems: 0 });
    expect(peak - before.heapUsed).toBeLessThan(250 * 1_048_576);
    const { planServiceImport } = await admin.query<{ planServiceImport: { id: string } }>('mutation ($input: PlanServiceImportInput!) { planServiceImport(input: $input) { id } }', { input: { upload: id, mapping } });
    await new Promise((resolve) => setTimeout(resolve, 500));
    await admin.query('mutation ($id: ID!) { cancelOperation(id: $id) { id } }', { id: planServiceImport.id });
    expect(await finished(admin, planServiceImport.id)).toMatchObject({ state: 'CANCELLED' });
  }, 120_000);
});
