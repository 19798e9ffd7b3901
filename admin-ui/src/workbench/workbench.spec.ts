import { describe, expect, it } from 'vitest';
import { checklistSteps, stepsFor } from './workbench.js';

const steps = Object.keys(checklistSteps).map((id) => ({ id, done: id === 'service' }));
const may = (...permissions: string[]) => stepsFor(steps, (permission) => permissions.includes(permission)).map(({ id }) => id);

describe('the checklist', () => {
  it('holds for each role only what it may do', () => {
    expect(may('config.write', 'corpus.write', 'training.run', 'release.publish', 'preview.use')).toEqual(['service', 'form', 'workflow', 'intent', 'utterances', 'training', 'publish', 'preview']);
    expect(may('corpus.write', 'preview.use')).toEqual(['utterances', 'preview']);
    expect(may('training.run', 'release.publish', 'preview.use')).toEqual(['training', 'publish', 'preview']);
    expect(may('audit.read', 'config.read')).toEqual([]);
  });

  it('goes when all of it is done', () => {
    expect(stepsFor([{ id: 'preview', done: true }, { id: 'service', done: false }], (permission) => permission === 'preview.use')).toEqual([]);
  });
});
