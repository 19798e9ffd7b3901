import { expect, it } from 'vitest';
import { starterDiagram } from '../starter-diagram.js';
import { diagramMarks } from './diagram-marks.js';

const before = starterDiagram('流程', 'flow');

it('marks what differs on the side where it stands, and nothing that only moved', () => {
  const after = before
    .replace('name="受理审核"', 'name="初审"')
    .replace(/<bpmn:endEvent id="End_refused"[\s\S]*?<\/bpmn:endEvent>/, '<bpmn:endEvent id="End_new" name="退件" />')
    .replaceAll('x="592"', 'x="700"');
  const marks = diagramMarks(before, after);
  expect(marks.before).toMatchObject({ Task_review: 'changed', End_refused: 'removed' });
  expect(marks.after).toMatchObject({ Task_review: 'changed', End_new: 'added' });
  expect(marks.before).not.toHaveProperty('End_granted');
});

it('marks nothing where one side is missing', () => {
  expect(diagramMarks(null, before)).toEqual({ before: {}, after: {} });
});
