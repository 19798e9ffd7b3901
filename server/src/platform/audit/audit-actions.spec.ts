import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { actionCodes, actionsNamed, actionTitle } from './audit-actions.js';

const source = fileURLToPath(new URL('../../', import.meta.url));

/** The actions that the source writes out; those that are put together are named in the test. */
function writtenActions(): string[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
  return files.flatMap((name) => [...readFileSync(join(source, name), 'utf8').matchAll(/\baction: '([a-z-]+\.[a-z-]+)', target/g)].map((match) => match[1]!));
}

describe('actions of the audit log', () => {
  it('all have a title in both languages', () => {
    const composed = ['catalog.plan-import', 'catalog.run-import', 'release.publish', 'release.roll-back', 'release.import', 'release.request-published', 'release.request-rejected', 'release.request-withdrawn'];
    const all = [...new Set([...writtenActions(), ...composed])];
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter((code) => !actionCodes.includes(code))).toEqual([]);
    for (const code of actionCodes) {
      expect(actionTitle(code, 'zh')).toMatch(/\p{Script=Han}/u);
      expect(actionTitle(code, 'en')).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('are found by words of either language', () => {
    expect(actionsNamed('回滚')).toEqual(['release.roll-back']);
    expect(actionsNamed('Roll BACK')).toEqual(['release.roll-back']);
    expect(actionsNamed('没有这个')).toEqual([]);
  });

  it('keep their code where they have no title', () => expect(actionTitle('gone.by', 'zh')).toBe('gone.by'));
});
