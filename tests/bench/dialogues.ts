import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerProcess } from '../faults/server-process.js';

const citizens = 50;
const seconds = 20;
/** People read and type between two turns; this is quick for them. */
const pauseMs = 1_000;
const probeMs = 100;

/** What a citizen says who applies, asks in between and corrects himself. */
const sentences = ['我要申请退休金', '我叫王小明，手机号是13800138000', '要带什么材料', '最后参保单位是云江晨光电子有限公司，累计缴费 372 个月', '不对，手机是13900139000', '多久能批下来', '到龄退休，2026年12月1日退休', '为什么要填这个', '先这样，取消'];
const questions = ['如何申请低保？', '低保标准是多少', '住院报销比例是多少', '缴费不满十五年，能领退休金吗', '《云江市最低生活保障办法》第九条', '失业金最长可以领几个月', '休学最多可以休几年', '没有备案的异地就医能报销多少'];

export interface DialogueLatencies {
  turns: number;
  errors: number;
  /** Milliseconds of the 95th of a hundred. */
  p95: Record<'turn' | 'interpret' | 'answer', number>;
}

/** Fifty conversations at once, each a turn a second and a bit, while utterances are interpreted and questions answered beside them. */
export async function dialogues(server: ServerProcess): Promise<DialogueLatencies> {
  const times: Record<'turn' | 'interpret' | 'answer', number[]> = { turn: [], interpret: [], answer: [] };
  let errors = 0;
  const post = async (path: string, body: object, kind?: keyof typeof times) => {
    const begin = performance.now();
    const headers = { authorization: `Bearer ${server.sample.hallApiKey}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const response = await fetch(`${server.url}/hall/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    const answer = (await response.json()) as { session?: string; turn?: number };
    if (!response.ok) errors += 1;
    else if (kind) times[kind].push(performance.now() - begin);
    return answer;
  };
  await Promise.all([...questions.map((question) => post('/answer', { question })), ...sentences.map((text) => post('/interpret', { text }))]);
  const end = performance.now() + seconds * 1_000;
  const citizen = async (n: number) => {
    await sleep((n / citizens) * pauseMs);
    const { session, turn: first } = await post('/chat/sessions', {});
    let turn = first;
    for (let i = 0; performance.now() < end; i += 1) {
      const answer = await post(`/chat/sessions/${session}/turns`, { input: { type: 'text', text: sentences[i % sentences.length] }, after: turn }, 'turn');
      turn = answer.turn ?? turn;
      await sleep(pauseMs * (0.5 + Math.random()));
    }
  };
  const probe = async (kind: 'interpret' | 'answer', ask: (i: number) => Promise<unknown>) => {
    for (let i = 0; performance.now() < end; i += 1) await Promise.all([ask(i), sleep(probeMs)]);
    return kind;
  };
  await Promise.all([
    ...Array.from({ length: citizens }, (_, n) => citizen(n)),
    probe('interpret', (i) => post('/interpret', { text: sentences[i % sentences.length] }, 'interpret')),
    probe('answer', (i) => post('/answer', { question: questions[i % questions.length] }, 'answer')),
  ]);
  return { turns: times.turn.length, errors, p95: { turn: p95(times.turn), interpret: p95(times.interpret), answer: p95(times.answer) } };
}

function p95(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
}

/** The figures in a sentence. */
export function dialogueFact({ turns, p95: ms }: DialogueLatencies): string {
  const said = (value: number) => `${Math.round(value)} ms`;
  return `${citizens} conversations at once, a turn a second each (${turns} turns in ${seconds} s): the 95th of a hundred turns took ${said(ms.turn)}, of utterances interpreted beside them ${said(ms.interpret)}, of questions answered ${said(ms.answer)}.`;
}
