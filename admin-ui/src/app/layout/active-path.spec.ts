import { describe, expect, it } from 'vitest';
import { activePath } from './active-path.js';

const paths = ['/', '/release', '/release/history', '/tasks', '/cases'];
const at = (address: string, among = paths) => {
  const { pathname, search } = new URL(address, 'http://hall.test');
  return activePath(among, { pathname, search });
};

describe('activePath', () => {
  it('takes the longest beginning, and the workbench for itself alone', () => {
    expect(at('/')).toBe('/');
    expect(at('/release/history')).toBe('/release/history');
    expect(at('/release')).toBe('/release');
    expect(at('/releases')).toBeUndefined();
  });

  it('keeps a case that was opened from the inbox in the inbox', () => {
    expect(at('/cases/1?task=2')).toBe('/tasks');
    expect(at('/cases/1')).toBe('/cases');
    expect(at('/cases/1?task=2', ['/', '/cases'])).toBe('/cases');
  });
});
