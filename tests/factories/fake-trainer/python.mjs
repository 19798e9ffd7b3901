#!/usr/bin/env node
// Stands in for a Python interpreter with the trainer: answers the probe, and walks through a training of made-up figures
// by the trainer's protocol, with checkpoints, resuming and the faults that `behaviour.json` beside it asks for.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const behaviour = existsSync(join(here, 'behaviour.json')) ? JSON.parse(readFileSync(join(here, 'behaviour.json'), 'utf8')) : {};
const say = (line) => process.stdout.write(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`);

/** Faults that happen once, or so often, count here: the process itself is new each time. */
function happens(name) {
  const left = behaviour[name];
  if (left === undefined) return false;
  const file = join(here, `${name}.count`);
  const done = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (done >= left) return false;
  writeFileSync(file, String(done + 1));
  return true;
}

if (!process.argv.includes('banshi_trainer')) {
  if (behaviour.broken) {
    console.error("ModuleNotFoundError: No module named 'torch'");
    process.exit(1);
  }
  say({ python: '3.11.2', torch: '2.13.0', cuda: null, devices: behaviour.devices ?? [] });
  process.exit(0);
}

const dir = process.argv.at(-1);
const job = JSON.parse(readFileSync(join(dir, 'job.json'), 'utf8'));
const rows = readFileSync(join(dir, job.data.train), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
process.on('SIGTERM', () => {
  if (behaviour.ignoresTerm) return;
  process.exit(143);
});
say({ type: 'environment', python: '3.11.2', torch: '2.13.0', device: job.device, threads: job.threads });
say('a library prints this');
console.error('and complains here');
if (behaviour.problem) {
  say({ type: 'problem', ...behaviour.problem });
  process.exit(2);
}

const checkpoint = join(dir, 'checkpoints', 'last.json');
const perEpoch = 5;
const steps = job.hyper.epochs * perEpoch;
let step = existsSync(checkpoint) ? JSON.parse(readFileSync(checkpoint, 'utf8')).step : 0;
say({ type: 'log', level: 'info', message: step === 0 ? `training on ${rows.length} texts` : `resumed at step ${step}` });
while (step < steps) {
  await sleep(behaviour.stepMs ?? 20);
  step += 1;
  const epoch = Math.ceil(step / perEpoch);
  const point = { type: 'progress', step, steps, epoch, phase: 'train', loss: 2 / step, lr: job.hyper.learningRate, metrics: {}, secondsLeft: (steps - step) * 0.02 };
  if (behaviour.nan && step === 2) say(`{"type":"progress","step":2,"steps":${steps},"epoch":1,"phase":"train","loss":NaN,"lr":0.1,"metrics":{"gradient":Infinity},"secondsLeft":1}`);
  else say(point);
  if (step % perEpoch === 0) {
    // A higher rate learns better here, so that a grid has bad runs.
    say({ ...point, loss: null, metrics: { macroF1: Math.min(1, job.hyper.learningRate * 1_000) * (epoch / job.hyper.epochs), accuracy: 0.9 } });
    mkdirSync(dirname(checkpoint), { recursive: true });
    writeFileSync(`${checkpoint}.part`, JSON.stringify({ step }));
    renameSync(`${checkpoint}.part`, checkpoint);
  }
  if (step > perEpoch && happens('crashes')) process.kill(process.pid, 'SIGKILL');
}

const keys = job.labels.intents.map(({ key }) => key);
const score = { precision: 0.9, recall: 0.9, f1: 0.9, support: 10 };
function writeArtifact(name, bytes) {
  const target = join(dir, name);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target);
  const put = (file, content) => writeFileSync(join(target, file), typeof content === 'string' ? content : JSON.stringify(content));
  put('model.onnx', `${name} of ${job.task}, seed ${job.seed}, ${JSON.stringify(job.hyper)}`.padEnd(bytes, '.'));
  put('tokenizer.json', {});
  put('card.md', '# Made up');
  put('config.json', {
    schema: 1,
    intents: job.labels.intents,
    slotLabels: ['O', ...job.labels.slots.flatMap((key) => [`B-${key}`, `I-${key}`])],
    maxLength: job.hyper.maxLength,
    pooling: 'cls',
    embeddingSize: 8,
    temperature: { intent: 1, slot: 1 },
    outOfScope: { threshold: 0.5, source: 'default' },
    tokenizer: { padId: 0, unit: 'code-point' },
  });
  put('metrics.json', {
    schema: 1,
    sizes: { train: rows.length, validation: 0, test: 10 },
    intent: { accuracy: 0.9, macroF1: 0.88, ece: 0.02, perIntent: keys.map((key) => ({ key, ...score })), confusion: { keys, counts: keys.map((_, i) => keys.map((_key, j) => (i === j ? 9 : 0))) } },
    slots: null,
    outOfScope: null,
    calibration: { temperature: 1, nllBefore: 1, nllAfter: 0.9 },
  });
  if (behaviour.halfArtifact) rmSync(join(target, 'config.json'));
}
if (!behaviour.noArtifact) writeArtifact('artifact', 4_000);
const variants = [{ variant: 'original', accuracy: 0.9, macroF1: 0.88, slotF1: null, bytes: 4_000, latencyMs1: 2, latencyMs8: 9 }];
if (job.quantise) {
  if (!behaviour.gate) writeArtifact('artifact-int8', 1_000);
  variants.push({ variant: 'int8', accuracy: behaviour.gate ? 0.5 : 0.89, macroF1: 0.87, slotF1: null, bytes: 1_000, latencyMs1: 1, latencyMs8: 4, ...(behaviour.gate ? { refused: 'accuracy fell by 0.4' } : {}) });
}
say({ type: 'done', variants });
process.exit(0);
