import { contentHash } from '@banshi/bundle';
import { expect, it } from 'vitest';
import { ordered, snapshotHash, type SnapshotHeader } from './snapshot-examples.js';

const header: SnapshotHeader = { schema: 1, seed: 1, intents: [{ key: 'apply', outOfScope: false }], slots: [{ key: 'mobile' }] };
const example = (id: string, text: string) => ({ id, text, intent: 'apply', spans: [{ start: 0, end: 1, slot: 'mobile' }] });

it('hashes piece by piece what RFC 8785 gives for the whole, without ids and whatever the order', () => {
  const examples = ordered({ train: [example('1', '乙'), example('2', '甲😀')], validation: [example('3', '丙')], test: [] });
  const whole = contentHash([header, ...examples.map(({ text, intent, spans, split }) => ({ text, intent, spans, split }))]);
  expect(snapshotHash(header, examples)).toBe(whole);
  const other = ordered({ train: [example('9', '甲😀'), example('8', '乙')], validation: [example('7', '丙')], test: [] });
  expect(snapshotHash(header, other)).toBe(whole);
  const moved = ordered({ train: [example('1', '乙')], validation: [example('3', '丙'), example('2', '甲😀')], test: [] });
  expect(snapshotHash(header, moved)).not.toBe(whole);
});
