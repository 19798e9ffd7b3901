// `npm run encoder:distil -- --teacher DIR --corpus DIR [--out DIR] [--work DIR] [--set NAME=JSON]…`: makes the sentence
// encoder that ships with the product again. Python is the one that BANSHI_PYTHON names, or the trainer's.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fail } from './lib/console.mjs';
import { inRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { findTrainerPython } from './lib/trainer-python.mjs';

const text = { type: 'string' };
const { values } = parseArgs({ options: { teacher: text, corpus: text, sample: text, out: text, work: text, run: text, set: { ...text, multiple: true } } });
if (!values.teacher || !values.corpus) {
  fail('请给出教师模型和语料文件夹：npm run encoder:distil -- --teacher 文件夹 --corpus 文件夹', 'name the folders: npm run encoder:distil -- --teacher DIR --corpus DIR');
}
const python = findTrainerPython();
if (!python) fail('请先运行 npm run trainer:setup，或用 BANSHI_PYTHON 指定 Python', 'run npm run trainer:setup first, or name a Python by BANSHI_PYTHON');

const from = process.env.INIT_CWD ?? '.';
const folder = (value, ...otherwise) => (value ? resolve(from, value) : inRoot(...otherwise));
const work = folder(values.work, '.banshi', 'encoder');
const args = [
  '-m', 'recipe',
  '--teacher', resolve(from, values.teacher),
  '--corpus', resolve(from, values.corpus),
  '--sample', folder(values.sample, 'server', 'sample'),
  '--work', work,
  '--out', values.out ? resolve(from, values.out) : join(work, 'weights'),
  '--run', values.run ?? 'run',
  ...(values.set ?? []).flatMap((change) => ['--set', change]),
];
process.exitCode = await run(python, args, { cwd: inRoot('models', 'encoder'), env: { OMP_WAIT_POLICY: 'PASSIVE', PYTHONUTF8: '1', PYTHONPATH: inRoot('models', 'trainer') } });
