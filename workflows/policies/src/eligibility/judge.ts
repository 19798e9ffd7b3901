import { evaluate, type Expression, type ExpressionProblem, freeVariables, parse } from '@banshi/expression';
import { conditionScope, type EligibilityCondition, type ProfileField } from './profile.types.js';

export type Verdict = 'fits' | 'unfit' | 'unknown';

/** What is known of a person, by the names of profile fields and history variables. */
export interface ProfileFacts {
  values: Readonly<Record<string, unknown>>;
  /** Sensitive fields that the person has allowed to be used. */
  consents: ReadonlySet<string>;
  /** Fields that he would not tell; never asked again. */
  declined: ReadonlySet<string>;
}

export interface ConditionVerdict {
  key: string;
  title: string;
  verdict: Verdict;
  /** Values by which it was decided, by name. */
  read: Record<string, unknown>;
  /** Names that are still needed, and may be asked for. */
  missing: string[];
  /** Known or not: sensitive names that may not be used without consent. */
  withheld: string[];
  declined: string[];
  /** Why it could not be judged although nothing is missing, such as a value of another type. */
  problem: ExpressionProblem | null;
}

export interface EligibilityVerdict {
  verdict: Verdict;
  conditions: ConditionVerdict[];
  /** Names to ask for, in the order of the conditions; empty where the verdict is certain. */
  ask: string[];
  /** Sensitive names whose use would decide. */
  withheld: string[];
}

type Node = Expression['root'];
interface Part {
  verdict: Verdict;
  read: Set<string>;
  needed: Set<string>;
  problem: ExpressionProblem | null;
}

/**
 * Judges conditions over what is known, in Kleene's three values: a missing fact leaves open only what hangs on it, so that
 * `age >= 60 and isStudent` is certain for a person of 45 whoever he may be. Sensitive facts without consent count as missing.
 */
export function judge(conditions: readonly EligibilityCondition[], fields: readonly ProfileField[], facts: ProfileFacts, now: Date): EligibilityVerdict {
  const sensitive = new Set(fields.filter((field) => field.sensitive).map(({ name }) => name));
  const withheld = (name: string) => sensitive.has(name) && !facts.consents.has(name);
  const known = Object.fromEntries(Object.entries(facts.values).filter(([name, value]) => value !== null && value !== undefined && !withheld(name)));
  const scope = conditionScope(fields);
  const verdicts = conditions.map(({ key, title, condition }): ConditionVerdict => {
    const parsed = parse(condition);
    const part = parsed.ok ? judgeNode(parsed.expression.root, parsed.expression, { known, scope, now }) : open(parsed.problems[0] ?? null);
    const needed = [...part.needed];
    return {
      key,
      title,
      verdict: part.verdict,
      read: Object.fromEntries([...part.read].map((name) => [name, known[name]])),
      missing: needed.filter((name) => !withheld(name) && !facts.declined.has(name)),
      withheld: needed.filter(withheld),
      declined: needed.filter((name) => !withheld(name) && facts.declined.has(name)),
      problem: part.verdict === 'unknown' && needed.length === 0 ? part.problem : null,
    };
  });
  const verdict = verdicts.some((one) => one.verdict === 'unfit') ? 'unfit' : verdicts.some((one) => one.verdict === 'unknown') ? 'unknown' : 'fits';
  const isOpen = verdict === 'unknown';
  return {
    verdict,
    conditions: verdicts,
    ask: isOpen ? [...new Set(verdicts.flatMap(({ missing }) => missing))] : [],
    withheld: isOpen ? [...new Set(verdicts.flatMap((one) => one.withheld))] : [],
  };
}

interface World {
  known: Record<string, unknown>;
  scope: ReturnType<typeof conditionScope>;
  now: Date;
}

const open = (problem: ExpressionProblem | null): Part => ({ verdict: 'unknown', read: new Set(), needed: new Set(), problem });
const opposite: Record<Verdict, Verdict> = { fits: 'unfit', unfit: 'fits', unknown: 'unknown' };

function judgeNode(node: Node, whole: Expression, world: World): Part {
  if (node.kind === 'logic') return join(node.operator === 'and' ? 'unfit' : 'fits', judgeNode(node.left, whole, world), judgeNode(node.right, whole, world));
  if (node.kind === 'call' && node.name === 'not' && node.args.length === 1) {
    const part = judgeNode(node.args[0]!.value, whole, world);
    return { ...part, verdict: opposite[part.verdict] };
  }
  return judgeLeaf({ ...whole, root: node }, world);
}

/** One side that decides is enough; else both must be known. */
function join(decisive: Verdict, left: Part, right: Part): Part {
  const deciding = [left, right].find(({ verdict }) => verdict === decisive);
  if (deciding) return { ...deciding, needed: new Set() };
  const isOpen = left.verdict === 'unknown' || right.verdict === 'unknown';
  return {
    verdict: isOpen ? 'unknown' : opposite[decisive],
    read: new Set([...left.read, ...right.read]),
    needed: new Set([...left.needed, ...right.needed]),
    problem: left.problem ?? right.problem,
  };
}

function judgeLeaf(leaf: Expression, { known, scope, now }: World): Part {
  const names = [...new Set(freeVariables(leaf).map(([name]) => name!))];
  const read = new Set(names.filter((name) => Object.hasOwn(known, name)));
  const result = evaluate(leaf, known, { kind: 'boolean' }, { scope, now });
  if (result.ok) return { verdict: result.value === true ? 'fits' : 'unfit', read, needed: new Set(), problem: null };
  // `get or else(x, 0)` copes with what is missing; only what really stopped the evaluation is asked for.
  const isMissing = result.problem.code === 'missing-variable';
  return { verdict: 'unknown', read, needed: new Set(isMissing ? names.filter((name) => !Object.hasOwn(known, name)) : []), problem: result.problem };
}
