import { describe, expect, it } from 'vitest';
import { completeHyper, DEFAULT_HYPER } from './head-hyper.js';
import type { HeadHyper } from './head-hyper.js';

describe('completeHyper', () => {
  it('fills in what is not given', () => {
    expect(completeHyper({ slotEpochs: 2 })).toEqual({ ...DEFAULT_HYPER, slotEpochs: 2 });
  });

  it.each([{ strengths: [] }, { strengths: [0] }, { strengths: [Number.NaN] }, { maxEpochs: 1.5 }, { tolerance: -1 }, { embeddingSize: 1 }, { learningRate: 1 } as Partial<HeadHyper>])('refuses %j and names it', (hyper) => {
    expect(() => completeHyper(hyper)).toThrow(expect.objectContaining({ code: 'bad-hyper-parameter', details: { label: Object.keys(hyper)[0] } }));
  });
});
