import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import { describe, expect, it } from 'vitest';
import golden from './fixtures/golden-ids.json' with { type: 'json' };
import { readEncoder } from './read-encoder.js';
import { shippedEncoderFolder } from './shipped-encoder.js';

const folder = shippedEncoderFolder();

describe('the encoder that ships', () => {
  it('is whole, small, and one token a code point', async () => {
    const encoder = await readEncoder(folder);
    expect(encoder).toMatchObject({ name: 'banshi-zh-small', unit: 'code-point', hiddenSize: 512, padId: 0, license: 'MIT' });
    expect(encoder.files['encoder.onnx']!.bytes).toBeLessThan(12e6);
    const training = ['config.json', 'model.safetensors', 'tokenizer.json'].map((name) => encoder.files[name]!.bytes);
    expect(training.reduce((sum, bytes) => sum + bytes)).toBeLessThan(25e6);
  });

  // `recipe/tests/test_shipped.py` holds the Python tokenizer to the same ids.
  it.each(golden)('reads $text in Node as it does in Python', async ({ text, ids }) => {
    const tokenizer = new Tokenizer(JSON.parse(await readFile(join(folder, 'tokenizer.json'), 'utf8')) as object, {});
    expect(tokenizer.encode(text).ids).toEqual(ids);
    expect(ids).toHaveLength([...text].length + 2);
  });
});
