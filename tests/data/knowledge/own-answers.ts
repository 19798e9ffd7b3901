import { shippedEncoderFolder } from '@banshi/encoder';
import { createEncoder } from '@banshi/head';
import type { Answer } from '@banshi/dialog';
import { answerQuestion } from '../../../server/src/modules/knowledge/answer/answer-question.js';
import { sampleKnowledge } from '../../../server/src/modules/knowledge/testing/sample-knowledge.js';
import { ownQuestions } from './own-questions.js';

export interface OwnFigure { half: 'even' | 'odd'; total: number; right: number; unanswered: number; wrong: number; falselyAnswered: number; unanswerable: number; failures: string[] }

/** Our own questions over the sample hall, with vectors, half by half. */
export async function measureOwnAnswers(): Promise<OwnFigure[]> {
  const knowledge = await sampleKnowledge();
  const encoder = await createEncoder(shippedEncoderFolder());
  try {
    const { owners, texts } = knowledge.library.passages();
    knowledge.library.addVectors(owners, await encoder.encode(texts));
    knowledge.questions.addVectors(await encoder.encode(knowledge.questions.texts()));
    const vectors = await encoder.encode(ownQuestions.map(([question]) => question));
    return (['even', 'odd'] as const).map((half, parity) => {
      const figure: OwnFigure = { half, total: 0, right: 0, unanswered: 0, wrong: 0, falselyAnswered: 0, unanswerable: 0, failures: [] };
      ownQuestions.forEach(([question, expected], at) => {
        if (at % 2 !== parity) return;
        const given = shown(answerQuestion(knowledge, question, vectors[at]!, { on: '2026-06-01', language: 'zh' }));
        const isRight = expected.split(' | ').includes(given);
        figure.total += 1;
        figure.right += Number(isRight);
        figure.unanswerable += Number(expected === 'none');
        figure.falselyAnswered += Number(expected === 'none' && given !== 'none');
        figure.unanswered += Number(expected !== 'none' && given === 'none');
        figure.wrong += Number(expected !== 'none' && given !== 'none' && !isRight);
        if (!isRight) figure.failures.push(`${question}: ${given}, expected ${expected}`);
      });
      return figure;
    });
  } finally {
    await encoder.close();
  }
}

function shown({ source, service, sections, faq, citations }: Answer): string {
  const [place] = citations;
  if (source === 'guide') return `guide ${service!.key} ${sections[0]!.part}`;
  if (source === 'faq') return `faq ${faq!.key}`;
  if (source === 'none') return 'none';
  return source === 'citation' ? `citation ${place!.policy} ${place!.clause}` : `clause ${place!.policy} ${place!.clause.split('.')[0]}`;
}
