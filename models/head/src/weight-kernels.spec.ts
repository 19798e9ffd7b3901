import { expect, it } from 'vitest';
import { seededRandom } from './random.js';
import { weightTable } from './weight-kernels.js';

it.each([[1, 1], [31, 7], [40, 70]])('scores and subtracts like plain loops with %i classes and %i entries', (classes, entries) => {
  const random = seededRandom(2);
  const ROWS = 90;
  const table = weightTable(ROWS, classes, 100);
  const plain = new Float32Array(ROWS * classes);
  for (let row = 0; row < ROWS; row++) for (let c = 0; c < classes; c++) table.weights[row * table.stride + c] = plain[row * classes + c] = random() - 0.5;
  for (let round = 0; round < 3; round++) {
    // The same row twice is an entry of its own each time.
    const rows = Array.from({ length: entries }, (_, k) => (k === 1 ? 3 : k === 2 ? 3 : Math.floor(random() * ROWS)));
    const values = rows.map(() => Math.fround(random()));
    table.indices.set(rows);
    table.values.set(values);
    table.score(entries);
    for (let c = 0; c < classes; c++) expect(table.scores[c]).toBeCloseTo(rows.reduce((sum, row, k) => sum + values[k]! * plain[row * classes + c]!, 0), 3);
    for (let c = 0; c < classes; c++) table.scores[c] = c - 2;
    rows.forEach((row, k) => plain.forEach((_, at) => Math.floor(at / classes) === row && (plain[at]! -= values[k]! * ((at % classes) - 2))));
    table.subtract(entries);
    plain.forEach((weight, at) => expect(table.weights[Math.floor(at / classes) * table.stride + (at % classes)]).toBeCloseTo(weight, 3));
  }
});

it('scores an example without features as zero', () => {
  const table = weightTable(2, 3, 4);
  table.weights.fill(1);
  table.score(0);
  expect([...table.scores]).toEqual(new Array(16).fill(0));
});
