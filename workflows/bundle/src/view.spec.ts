import { describe, expect, it } from 'vitest';
import { affectedRules, contractRules } from './rules/rule-catalog.js';
import { goodContents, toEntries } from './testing/bundles.js';
import { reviewBpmn } from './testing/draw-bpmn.js';
import { createView, ProcessCache } from './view.js';

describe('createView', () => {
  it('lists the same entries in the same order, however they come', async () => {
    const entries = toEntries(goodContents());
    const [view, reversed] = [await createView(entries), await createView([...entries].reverse())];
    expect(reversed.entries).toEqual(view.entries);
    expect(view.keys('intent')).toEqual(['apply-subsidy', 'greeting']);
    expect(view.keys('model')).toEqual(['understanding']);
    expect(view.get('service', 'subsidy')?.title).toBe('补贴申领');
    expect(view.get('service', 'constructor')).toBeNull();
    expect(view.process('subsidy-flow')?.model?.id).toBe('Process');
    expect(view.process('no-flow')).toBeNull();
  });
});

describe('ProcessCache', () => {
  it('compiles a content once and forgets the one unused for longest', async () => {
    const cache = new ProcessCache(2);
    const xml = reviewBpmn();
    const first = cache.get('a', xml);
    expect(cache.get('a', xml)).toBe(first);
    await cache.get('b', xml);
    cache.get('a', xml);
    await cache.get('c', xml);
    expect(cache.get('a', xml)).toBe(first);
  });
});

describe('affectedRules', () => {
  it('asks only the rules that look at a changed kind', () => {
    expect(affectedRules([])).toEqual([]);
    expect(affectedRules([{ kind: 'dictionary' }]).map(({ id }) => id)).toEqual(['reference-resolves']);
    expect(affectedRules([{ kind: 'model' }]).map(({ id }) => id)).toEqual([
      'reference-resolves',
      'slot-not-produced',
      'model-missing',
      'model-ambiguous',
      'model-lacks-intent',
      'model-weak-intent',
    ]);
    expect(new Set(contractRules.map(({ id }) => id)).size).toBe(contractRules.length);
  });
});
