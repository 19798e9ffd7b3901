import { parseDialogTests, type Finding, type TestCase, type TestStep } from '@banshi/bundle';
import type { DialogState } from '@banshi/dialog';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RequestContext } from '../../../platform/actor/request-context.js';
import type { LoadedBundle } from '../../release/bundles.service.js';
import { ReleaseGatesService } from '../../release/release-gates.service.js';
import { RehearsalService } from '../rehearsal.service.js';
import { allText, checkAssertion, type Checked } from './check-assertion.js';

export interface StepResult {
  line: number;
  /** What the citizen does, as the test says it. */
  text: string;
  reply: string;
  ok: boolean;
  checks: Checked[];
}

export interface CaseResult {
  line: number;
  name: string;
  passed: boolean;
  steps: StepResult[];
}

export interface TestResult {
  key: string;
  title: string;
  passed: boolean;
  cases: CaseResult[];
  /** Why it cannot run: the first line that is not as dialogue tests are written. */
  problem: { line: number; code: string; what: string } | null;
}

const maxReply = 500;
/** Of a test that fails all over, so many places are named. */
const maxFindings = 10;
const noon = 'T12:00:00+08:00';

/** Runs dialogue tests with the model, the knowledge and the engine of the bundle that holds them. */
@Injectable()
export class DialogTestsService implements OnModuleInit {
  /** A bundle never changes, so its tests end the same: a plan and the release after it run them once. */
  private readonly known = new Map<string, Promise<TestResult>>();

  constructor(
    private readonly gates: ReleaseGatesService,
    private readonly rehearsal: RehearsalService,
  ) {}

  onModuleInit(): void {
    this.gates.register((ctx, bundle) => this.findings(ctx, bundle));
  }

  /** All tests of the bundle, or those that are named. */
  async run(ctx: RequestContext, bundle: LoadedBundle, keys: readonly string[] | null = null): Promise<TestResult[]> {
    const results: TestResult[] = [];
    for (const key of bundle.keys('dialog-test')) if (keys === null || keys.includes(key)) results.push(await this.resultOf(ctx, bundle, key));
    return results;
  }

  private async findings(ctx: RequestContext, bundle: LoadedBundle): Promise<Finding[]> {
    const failed = (await this.run(ctx, bundle)).flatMap(({ key, cases }) => cases.flatMap(({ name, steps }) => steps.flatMap(({ checks }) => checks.filter(({ ok }) => !ok).map(({ line, expected, actual }) => ({ key, name, line, expected, actual })))));
    return failed.slice(0, maxFindings).map(({ key, ...params }): Finding => ({ rule: 'dialog-test-failed', severity: 'error', kind: 'dialog-test', key, path: '/text', params }));
  }

  private resultOf(ctx: RequestContext, bundle: LoadedBundle, key: string): Promise<TestResult> {
    const id = `${bundle.sha256}/${key}/${ctx.language}/${new Date().toISOString().slice(0, 10)}`;
    let result = this.known.get(id);
    if (!result) {
      if (this.known.size >= 200) this.known.clear();
      this.known.set(id, (result = this.runOne(ctx, bundle, key)));
      result.catch(() => this.known.delete(id));
    }
    return result;
  }

  private async runOne(ctx: RequestContext, bundle: LoadedBundle, key: string): Promise<TestResult> {
    const { title, text } = bundle.get('dialog-test', key)!;
    const { cases, problems } = parseDialogTests(text);
    const [problem] = problems;
    if (problem) return { key, title, passed: false, cases: [], problem };
    const results: CaseResult[] = [];
    for (const one of cases) results.push(await this.runCase(ctx, bundle, one));
    return { key, title, passed: results.every(({ passed }) => passed), cases: results, problem: null };
  }

  private async runCase(ctx: RequestContext, bundle: LoadedBundle, { line, name, service, today, steps }: TestCase): Promise<CaseResult> {
    const now = today === null ? new Date() : new Date(`${today}${noon}`);
    let { state } = await this.rehearsal.turn(ctx, bundle, null, service === null ? { type: 'open' } : { type: 'open', service }, now);
    const results: StepResult[] = [];
    for (const step of steps) {
      const taken = await this.runStep(ctx, bundle, state, step, now);
      results.push(taken.result);
      state = taken.state;
    }
    return { line, name, passed: results.every(({ ok }) => ok), steps: results };
  }

  private async runStep(ctx: RequestContext, bundle: LoadedBundle, state: DialogState, { line, input, assertions }: TestStep, now: Date): Promise<{ state: DialogState; result: StepResult }> {
    const turn = await this.rehearsal.turn(ctx, bundle, state, input, now);
    const checks = assertions.map((assertion) => checkAssertion(assertion, turn));
    const text = input.type === 'text' ? input.text : input.type === 'choose' ? input.payload : input.type === 'fill' ? JSON.stringify(input.values) : '…';
    return { state: turn.state, result: { line, text, reply: allText(turn.reply).slice(0, maxReply), ok: checks.every(({ ok }) => ok), checks } };
  }
}
