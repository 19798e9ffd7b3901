import { describe, expect, it } from 'vitest';
import { fullFields } from './full-fields.js';
import { fullPresets } from './full-presets.js';
import { headFields } from './head-fields.js';
import { hyperDefaults, parseHyper } from './hyper-field.js';

describe('hyper-parameters', () => {
  it('keep what differs from the defaults', () => {
    expect(parseHyper(fullFields, { epochs: 3, dropout: 0.1, classWeights: true, task: 'intent' })).toEqual({ epochs: 3, classWeights: true, task: 'intent' });
    expect(parseHyper(headFields, null)).toEqual({});
    expect(parseHyper(headFields, { strengths: [48, 16, 144] })).toEqual({});
  });

  it.each([
    [{ epochs: 0 }, 'epochs'],
    [{ epochs: 2.5 }, 'epochs'],
    [{ epochs: '3' }, 'epochs'],
    [{ learningRate: Number.NaN }, 'learningRate'],
    [{ task: 'translate' }, 'task'],
    [{ classWeights: 1 }, 'classWeights'],
    [{ nonsense: 1 }, 'nonsense'],
    [{ __proto__: null, constructor: 1 }, 'constructor'],
    [[], '{ … }'],
    ['epochs', '{ … }'],
  ])('refuses %j, saying what it may be', (value, named) => {
    expect(() => parseHyper(fullFields, value)).toThrow(named);
  });

  it('of every preset and default lie within their own bounds', () => {
    for (const { hyper } of fullPresets) expect(parseHyper(fullFields, hyper)).toEqual(hyper);
    for (const fields of [fullFields, headFields]) expect(parseHyper(fields, hyperDefaults(fields))).toEqual({});
  });
});
