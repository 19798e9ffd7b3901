import { checkIdVectors } from './id-vectors.js';
import { measureAnswerSentence, measureFusedRetrieval } from './knowledge/fused-retrieval.js';
import { measureOwnAnswers } from './knowledge/own-answers.js';
import { measureIntentSets } from './intent-sets.js';
import { checkJsonSchemaSuite } from './json-schema-suite.js';
import { checkMiwgModels } from './miwg.js';
import { measureRetrieval } from './policies/retrieval.js';
import { measurePolicyStructure } from './policies/structure.js';
import { measureDateTime } from './recognizers/datetime.js';
import { measureNumeric } from './recognizers/numeric.js';
import { measurePhones } from './recognizers/phone.js';
import { measureServiceImport } from './service-import.js';

interface Outcome {
  check: string;
  passed: number;
  failed: number;
  note: string;
  failures: string[];
}

/** So many failures are spelt out for each check; the rest are counted. */
const shownFailures = 10;
const [, , dataDir, ...only] = process.argv;

type Counted = { passed: number; total: number; failures: string[] };
const counted = (check: string, { passed, total, failures }: Counted): Outcome[] => [{ check, passed, failed: Math.max(total - passed, failures.length), note: `${passed}/${total}`, failures }];

const checks: Record<string, () => Promise<Outcome[]>> = {
  'id-vectors': async () => counted('ID vectors', await checkIdVectors(dataDir!)),
  'json-schema': async () => counted('JSON Schema suite, keywords of forms', await checkJsonSchemaSuite(dataDir!)),
  recognizers: async () =>
    [...(await measureNumeric(dataDir!)), ...(await measureDateTime(dataDir!)), ...(await measurePhones(dataDir!))].map(({ check, passed, total, demand, demandOf, excused, failures }) => {
      const note = `${passed}/${total} (${((passed / total) * 100).toFixed(1)} %)${excused > 0 ? `, ${excused} more differ for a reason listed in the suite` : ''}${demand === null ? ', measured only' : `, demand ${demand * 100} % of ${demandOf === 'all' ? 'all' : 'those without such a reason'}`}`;
      const ok = demand === null || passed / (demandOf === 'all' ? total : total - excused) >= demand;
      return { check, passed: Number(ok), failed: Number(!ok), note, failures: demand === null ? [] : failures };
    }),
  policies: async () =>
    (await measurePolicyStructure(dataDir!)).map(({ check, passed, total, demand, failures }) => {
      const ok = passed / total >= demand;
      return { check, passed: Number(ok), failed: Number(!ok), note: `${passed}/${total} (${((passed / total) * 100).toFixed(2)} %), demand ${demand * 100} %`, failures: ok && demand < 1 ? [] : failures };
    }),
  retrieval: async () =>
    (await measureRetrieval(dataDir!)).map(({ set, terms, questions, passages, r1, r5, mrr, milliseconds }) => ({
      check: `Search by words: ${set}, ${terms}`, passed: 1, failed: 0, failures: [],
      note: `R@1 ${r1.toFixed(3)}, R@5 ${r5.toFixed(3)}, MRR ${mrr.toFixed(3)}; ${questions} questions, ${passages} passages, ${milliseconds.toFixed(2)} ms each; measured only`,
    })),
  knowledge: async () => {
    // What is reached with the encoder that ships; the goal stands beside it in docs/benchmarks.md.
    const floors: Record<string, { r1: number; r5: number; mrr: number }> = { cduestc: { r1: 0.76, r5: 0.96, mrr: 0.84 }, cmrc2018: { r1: 0.97, r5: 0.99, mrr: 0.98 }, 'STARD + laws': { r1: 0.46, r5: 0.68, mrr: 0.56 } };
    const searched = (await measureFusedRetrieval(dataDir!)).map(({ set, questions, documents, r1, r5, mrr }): Outcome => {
      const floor = floors[set]!;
      const ok = r1 >= floor.r1 && r5 >= floor.r5 && mrr >= floor.mrr;
      const note = `R@1 ${r1.toFixed(3)}, R@5 ${r5.toFixed(3)}, MRR ${mrr.toFixed(3)}; ${questions} questions, ${documents} documents`;
      return { check: `Search by words and meaning: ${set}`, passed: Number(ok), failed: Number(!ok), note, failures: ok ? [] : [note] };
    });
    const { passed, total } = await measureAnswerSentence(dataDir!);
    const sentence: Outcome = { check: 'Answer’s sentence, CMRC', passed: Number(passed / total >= 0.79), failed: Number(passed / total < 0.79), note: `${passed}/${total} (${((passed / total) * 100).toFixed(1)} %)`, failures: [] };
    const own = (await measureOwnAnswers()).map(({ half, total: all, right, unanswered, wrong, falselyAnswered, unanswerable, failures }): Outcome => {
      const ok = right / all >= 0.78 && falselyAnswered / unanswerable <= 0.05;
      return { check: `Own questions, ${half} half`, passed: Number(ok), failed: Number(!ok), note: `${right}/${all} right, ${unanswered} unanswered, ${wrong} wrong; ${falselyAnswered} of ${unanswerable} without an answer answered`, failures: ok ? [] : failures };
    });
    return [...searched, sentence, ...own];
  },
  miwg: async () => counted('MIWG models: parse, compile, write again', await checkMiwgModels(dataDir!)),
  services: async () => {
    const { ok, planSeconds, runSeconds, peakHeapMb, run } = await measureServiceImport(dataDir!);
    const note = `${run.rows} rows, dry run ${planSeconds.toFixed(1)} s, import ${runSeconds.toFixed(1)} s, ${peakHeapMb.toFixed(0)} MB heap, ${run.problems} problems reported`;
    return [{ check: 'Import of service items', passed: Number(ok), failed: Number(!ok), note, failures: ok ? [] : [note] }];
  },
  intents: async () =>
    (await measureIntentSets(dataDir!)).map(({ set, accuracy, macroF1, floor, beatsFloor, trainSeconds, interpretMs }) => {
      const note = `accuracy ${accuracy.toFixed(4)} (floor ${floor.accuracy}), macro-F1 ${macroF1.toFixed(4)} (floor ${floor.macroF1}), trained in ${trainSeconds.toFixed(1)} s, interpret p50 ${interpretMs.p50.toFixed(2)} ms`;
      return { check: `Intents ${set}`, passed: Number(beatsFloor), failed: Number(!beatsFloor), note, failures: beatsFloor ? [] : [note] };
    }),
};

const outcomes: Outcome[] = [];
for (const [name, check] of Object.entries(checks)) {
  if (only.length > 0 && !only.includes(name)) continue;
  const start = performance.now();
  const results = await check().catch((error: unknown): Outcome[] => [{ check: name, passed: 0, failed: 1, note: 'could not run', failures: [error instanceof Error ? (error.stack ?? error.message) : String(error)] }]);
  outcomes.push(...results);
  for (const { check: title, failed, failures } of results) {
    console.log(`${failed === 0 ? '✓' : '×'} ${title} (${((performance.now() - start) / 1_000).toFixed(1)} s)`);
    for (const failure of failures.slice(0, shownFailures)) console.log(`    ${failure}`);
    if (failures.length > shownFailures) console.log(`    … and ${failures.length - shownFailures} more`);
  }
}

const width = Math.max(...outcomes.map(({ check }) => check.length));
console.log();
for (const { check, passed, failed, note } of outcomes) console.log(`${check.padEnd(width)}  ${String(passed).padStart(5)} passed  ${String(failed).padStart(4)} failed  ${note}`);
const sum = (pick: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + pick(outcome), 0);
console.log(`\n${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`);
process.exitCode = sum(({ failed }) => failed) === 0 ? 0 : 1;
