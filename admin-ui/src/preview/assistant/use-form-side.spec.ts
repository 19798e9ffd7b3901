import { describe, expect, it } from 'vitest';
import { changes, withTyped } from './use-form-side.js';

describe('the form beside the conversation', () => {
  it('tells what differs, and an emptied field as null', () => {
    expect(changes({ name: '张三', mobile: '1' }, { name: '张三', note: '好' })).toEqual({ mobile: null, note: '好' });
  });

  it('keeps what is being typed over what the hall has', () => {
    expect(withTyped({ name: '张三', mobile: '1' }, { mobile: null, note: '好' })).toEqual({ name: '张三', note: '好' });
  });
});
