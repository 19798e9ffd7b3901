import { z } from 'zod';
import { runCommand } from '../../../platform/files/run-command.js';

/** Importing PyTorch from a cold disk takes its time. */
const timeoutMs = 90_000;

const question = [
  'import json, platform',
  'import torch, transformers, onnx, onnxruntime, safetensors',
  'cuda = torch.cuda.is_available()',
  'print(json.dumps({"python": platform.python_version(), "torch": torch.__version__, "cuda": torch.version.cuda if cuda else None,',
  '"devices": [torch.cuda.get_device_name(i) for i in range(torch.cuda.device_count())] if cuda else []}))',
].join('\n');

const answer = z.object({ python: z.string(), torch: z.string(), cuda: z.string().nullable(), devices: z.array(z.string()) });
export type PythonFacts = z.infer<typeof answer>;

export type Probe = { facts: PythonFacts } | { problem: 'cannot-run' | 'incomplete'; reason: string };

/** Asks an interpreter for its versions and GPUs, by importing what the trainer imports. */
export async function probePython(python: string): Promise<Probe> {
  const end = await runCommand(python, ['-I', '-c', question], { timeoutMs }).catch((error: Error) => error);
  if (end instanceof Error) return { problem: 'cannot-run', reason: end.message };
  const line = [...end.tail].reverse().find((text) => text.startsWith('{'));
  if (end.code === 0 && line) return { facts: answer.parse(JSON.parse(line)) };
  return { problem: 'incomplete', reason: (end.tail.at(-1) ?? `exit ${end.code ?? end.signal}`).slice(0, 300) };
}
