import { readFileSync } from 'node:fs';
import { checkResidentId } from '@banshi/values';
import { describe, expect, it } from 'vitest';
import { readSampleHall, sampleFolder, type SampleUtterance } from './sample-hall.js';

const { utterances, items, organisation } = readSampleHall();
const keysOf = (kind: string) => items.filter((item) => item.kind === kind).map((item) => item.key);
const spans = utterances.flatMap((row) => row.entities.map((entity) => ({ ...entity, said: Array.from(row.text).slice(entity.start, entity.end).join('') })));
const byIntent = new Map(keysOf('intent').map((intent) => [intent, utterances.filter((row) => row.intent === intent)]));

const tidy = ({ text, entities }: SampleUtterance) => {
  const length = Array.from(text).length;
  const sorted = entities.every(({ start, end }, index) => start < end && end <= length && start >= (entities[index - 1]?.end ?? 0));
  return sorted && text === text.trim() && text !== '';
};

describe('the sample corpus', () => {
  it('is what its readable source says', async () => {
    const { parseUtterances } = (await import(new URL('../../sample/corpus/build.mjs', import.meta.url).href)) as { parseUtterances(source: string): SampleUtterance[] };
    expect(utterances).toEqual(parseUtterances(readFileSync(`${sampleFolder}corpus/utterances.md`, 'utf8')));
  });

  it('has thirty utterances of every intent and of no other, and many of every slot', () => {
    expect([...byIntent].filter(([, rows]) => rows.length < 30)).toEqual([]);
    expect(utterances.filter((row) => !byIntent.has(row.intent))).toEqual([]);
    const bySlot = keysOf('slot').map((slot) => [slot, spans.filter((span) => span.label === slot).length] as const);
    expect(bySlot.filter(([, count]) => count < 15)).toEqual([]);
    expect(spans.filter((span) => !keysOf('slot').includes(span.label))).toEqual([]);
  });

  it('says data in at least 35 % of the utterances', () => {
    expect(utterances.filter((row) => row.entities.length > 0).length / utterances.length).toBeGreaterThanOrEqual(0.35);
  });

  it('has spans inside their texts, in order and apart, counted in code points', () => {
    expect(utterances.filter((row) => !tidy(row))).toEqual([]);
    expect(utterances.filter((row) => row.text.length !== Array.from(row.text).length).length).toBeGreaterThanOrEqual(10);
    expect(spans.map((span) => span.said)).toContain('𠮷野小春');
  });

  it('repeats no text and does not hold the sentence of the tour', () => {
    const texts = utterances.map((row) => row.text);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
    expect(texts).not.toContain('我想申请失业保险金，身份证号是110101198001011234');
  });

  it('names no valid identity number, and only annotators of the organisation', () => {
    expect(spans.filter((span) => span.label === 'id-number' && checkResidentId(span.said).valid)).toEqual([]);
    expect(spans.filter((span) => span.label === 'mobile' && !/^13[89]00(138|139)\d{3}$/u.test(span.said))).toEqual([]);
    const annotators = organisation.users.filter((user) => user.roles.includes('annotator')).map((user) => user.username);
    expect(new Set(utterances.map((row) => row.by))).toEqual(new Set(annotators));
  });
});
