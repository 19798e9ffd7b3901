import { checkBundle, contentHash, createView, findingText, isKindName, keyPattern, validateBody, type LoadedEntry } from '@banshi/bundle';
import { describe, expect, it } from 'vitest';
import { readSampleHall } from './sample-hall.js';

const { items } = readSampleHall();

describe('the sample configuration', () => {
  it.each(items.map((item) => [`${item.kind}/${item.key}`, item] as const))('%s is exactly what its kind asks for', (_, { kind, key, body }) => {
    expect(key).toMatch(keyPattern);
    expect(isKindName(kind) ? validateBody(kind, body) : kind).toEqual([]);
  });

  it('has no contract finding but the model that is still to be trained', async () => {
    const entries = items.map((item) => ({ ...item, sha256: contentHash(item.body) }) as LoadedEntry);
    const findings = checkBundle(await createView(entries)).filter((finding) => finding.rule !== 'model-missing');
    expect(findings.map((finding) => `${finding.kind}/${finding.key}${finding.path} ${findingText(finding, 'zh').message}`)).toEqual([]);
  });
});
