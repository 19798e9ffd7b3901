import { describe, expect, it } from 'vitest';
import { fromFiles, toFiles } from './bundle-files.js';
import { fileProblemText } from './file-problem.js';
import { bundleHash } from './hash.js';
import { goodContents, toEntries } from './testing/bundles.js';
import { newService } from './testing/factories.js';

const entries = toEntries(goodContents());
const codes = (files: Map<string, string>) => fromFiles(files).problems.map(({ file, code }) => `${code} ${file}`);
const edited = (path: string, content: string | null) => {
  const files = toFiles(entries);
  if (content === null) files.delete(path);
  else files.set(path, content);
  return files;
};

describe('a folder of files', () => {
  it('gives the same bundle back', () => {
    const read = fromFiles(toFiles(entries));
    expect(read.problems).toEqual([]);
    expect(read.bundle).toBe(bundleHash(entries));
    expect(new Set(read.entries)).toEqual(new Set(entries));
  });

  it('may be reindented, carry a byte order mark and Windows line ends', () => {
    const files = new Map([...toFiles(entries)].map(([path, text]) => [path, `\ufeff${JSON.stringify(JSON.parse(text), null, 4).replaceAll('\n', '\r\n')}`]));
    const read = fromFiles(files);
    expect(read.problems).toEqual([]);
    expect(read.bundle).toBe(bundleHash(entries));
  });

  it('keeps rare characters and the empty bundle', () => {
    const rare = toEntries({ service: { rare: newService({ title: '𠮷野家😀é', online: false, form: null, workflow: null }) } });
    expect(fromFiles(toFiles(rare))).toMatchObject({ problems: [], bundle: bundleHash(rare) });
    expect(fromFiles(toFiles([]))).toEqual({ entries: [], bundle: bundleHash([]), problems: [] });
  });

  it.each([
    '../../etc/passwd',
    'service/../../x.json',
    '/service/subsidy.json',
    'service\\subsidy.json',
    'service/a/b.json',
    'service/..json',
    'service/.json',
    'service/subsidy.JSON',
    'C:/service/x.json',
    'service/a\u0000.json',
    'notes.txt',
    'service/Subsidy.json',
    'service/ѕubsidy.json',
  ])('refuses the path %j', (path) => {
    expect(codes(edited(path, '{}'))).toEqual([expect.stringMatching(/^(path-refused|bad-key) /)]);
  });

  it.each<[string, Map<string, string>, string[]]>([
    ['no list', edited('bundle.json', null), ['manifest-missing bundle.json']],
    ['a list that is none', edited('bundle.json', '[]'), ['manifest-invalid bundle.json']],
    ['an unknown kind', edited('decree/new-one.json', '{}'), ['unknown-kind decree/new-one.json']],
    ['broken JSON', edited('slot/person-name.json', '{'), ['not-json slot/person-name.json', 'bundle-hash-mismatch bundle.json']],
    ['a file that is gone', edited('slot/person-name.json', null), ['entry-missing slot/person-name.json', 'bundle-hash-mismatch bundle.json']],
    ['a file too many', edited('slot/other.json', toFiles(entries).get('slot/person-name.json')!), ['entry-unlisted slot/other.json', 'bundle-hash-mismatch bundle.json']],
    [
      'a file that was changed',
      edited('slot/person-name.json', toFiles(entries).get('slot/person-name.json')!.replace('姓名', '名字')),
      ['hash-mismatch slot/person-name.json', 'bundle-hash-mismatch bundle.json'],
    ],
    ['a body that is no body', edited('slot/person-name.json', '{"title": 1}'), [...Array<string>(6).fill('body-invalid slot/person-name.json'), 'bundle-hash-mismatch bundle.json']],
    ['a newer schema', edited('bundle.json', toFiles(entries).get('bundle.json')!.replaceAll(/"schemaVersion": \d/g, '"schemaVersion": 9')), [...entries.map((e) => `schema-version-unknown ${e.kind}/${e.key}.json`).sort(), 'bundle-hash-mismatch bundle.json']],
  ])('reports %s', (_, files, expected) => {
    expect(codes(files).sort()).toEqual([...expected].sort());
    for (const problem of fromFiles(files).problems) {
      expect(fileProblemText(problem, 'zh')).toMatch(/。$/);
      expect(fileProblemText(problem, 'en')).toMatch(/\.$/);
    }
  });

  it('reports an entry that is listed twice', () => {
    const manifest = JSON.parse(toFiles(entries).get('bundle.json')!) as { entries: unknown[] };
    manifest.entries.push(manifest.entries[0]);
    expect(codes(edited('bundle.json', JSON.stringify(manifest)))).toEqual(['duplicate-entry bundle.json']);
  });
});
