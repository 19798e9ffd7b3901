import { describe, expect, it } from 'vitest';
import { CharVocabulary } from './char-vocabulary.js';
import { completeHyper } from './head-hyper.js';
import { fitIntents } from './intent-head.js';
import type { FittedIntents, LabelledTexts } from './intent-head.js';

const SUBJECTS = ['居住证', '失业保险金', '公租房', '生育津贴', '驾驶证换证', '不动产登记', '结婚登记', '工伤认定'];
const ASKS = ['怎么办', '要什么材料', '去哪里申请', '多少天能办好', '能网上办吗', '收费吗', '进度怎么查', '可以代办吗', '条件是什么', '到期了怎么续'];
const OPENINGS = ['', '请问', '你好，'];
const texts = SUBJECTS.flatMap((subject, label) => OPENINGS.flatMap((opening) => ASKS.map((ask) => ({ text: `${opening}${subject}${ask}`, label }))));
const codec = new CharVocabulary(texts.map(({ text }) => text));
const labelled = (part: typeof texts): LabelledTexts => ({ ids: part.map(({ text }) => codec.encode(text, 100)), labels: part.map(({ label }) => label), vectors: null });

function fit(subjects: number, outOfScope: readonly number[] = []): FittedIntents {
  const known = texts.filter(({ label }) => label < subjects);
  const part = (isHeldOut: boolean): LabelledTexts => labelled(known.filter((_, i) => (i % 4 === 0) === isHeldOut));
  const intents = SUBJECTS.slice(0, subjects).map((key, label) => ({ key, outOfScope: outOfScope.includes(label) }));
  return fitIntents({ intents, train: part(false), validation: part(true), hyper: completeHyper(), seed: 1, onEpoch: () => undefined });
}

describe('the out-of-scope threshold', () => {
  it('comes from intents that are held out in turn where no text is out of scope', () => {
    const { threshold, thresholdSource } = fit(8);
    expect(thresholdSource).toBe('held-out-intents');
    // Texts of subjects that were held out share all but the subject with known ones, so the model is half sure of them.
    expect(threshold).toBeGreaterThan(0.3);
    expect(threshold).toBeLessThan(0.95);
  });

  it('comes from out-of-scope texts where there are any, and from nowhere where intents are few', () => {
    expect(fit(8, [7]).thresholdSource).toBe('examples');
    expect(fit(5)).toMatchObject({ thresholdSource: 'default', threshold: 0.3 });
  });
});
