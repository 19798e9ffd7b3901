import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit, type YAMLMap } from 'yaml';
import { assertionNames, flowAssertions, slotAssertions, type TestAssertion, type TestCase, type TestInput, type TestProblem, type TestProblemCode, type TestStep, textAssertions } from './dialog-test.types.js';

const maxCases = 200;
const maxSteps = 100;
const caseKeys = ['name', 'service', 'today', 'steps'];
const inputKeys = ['user', 'choose', 'fill', 'silence'];
const day = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u;

export interface ParsedTests {
  cases: TestCase[];
  /** With at least one, the cases are incomplete. */
  problems: TestProblem[];
}

/** Dialogue tests as YAML (1.2): `test_cases`, each with `name`, `steps` of `user`, `choose`, `fill` or `silence`, and `assertions`. */
export function parseDialogTests(text: string): ParsedTests {
  return new Reader(text).read();
}

/** Reads nodes rather than values, so that whatever is wrong has its line. */
class Reader {
  private readonly lines = new LineCounter();
  private readonly problems: TestProblem[] = [];

  constructor(private readonly text: string) {}

  read(): ParsedTests {
    const document = parseDocument(this.text, { lineCounter: this.lines, schema: 'core', prettyErrors: false });
    for (const error of document.errors) this.problems.push({ line: this.lines.linePos(error.pos[0]).line || 1, code: 'not-yaml', what: error.code });
    // Anchors would let a small file stand for a huge one; nobody needs them here.
    visit(document, { Alias: (_key, alias) => void this.problem(alias, 'not-yaml', 'ALIAS') });
    if (this.problems.length > 0) return { cases: [], problems: this.problems };
    const root = document.contents;
    const list = isMap(root) ? this.value(root, 'test_cases') : null;
    if (isMap(root)) this.onlyKeys(root, ['test_cases']);
    if (!isSeq(list) || list.items.length === 0) return { cases: [], problems: [...this.problems, { line: this.line(root), code: 'no-cases', what: 'test_cases' }] };
    if (list.items.length > maxCases) this.problem(list, 'too-many', String(maxCases));
    const cases = list.items.slice(0, maxCases).flatMap((node) => this.case(node as Node) ?? []);
    const names = new Set<string>();
    for (const { name, line } of cases) {
      if (names.has(name)) this.problems.push({ line, code: 'name-twice', what: name });
      names.add(name);
    }
    return { cases, problems: this.problems.sort((a, b) => a.line - b.line) };
  }

  private case(node: Node): TestCase | null {
    const map = this.map(node, 'test_cases');
    if (!map) return null;
    this.onlyKeys(map, caseKeys);
    const name = this.optionalText(map, 'name');
    if (!name) this.problem(map, 'name-missing', 'name');
    const today = this.optionalText(map, 'today');
    if (today !== null && (!day.test(today) || Number.isNaN(Date.parse(today)))) this.problem(this.value(map, 'today'), 'not-a-day', today);
    const steps = this.value(map, 'steps');
    if (!isSeq(steps) || steps.items.length === 0) {
      this.problem(steps ?? map, 'no-steps', name ?? 'steps');
      return null;
    }
    if (steps.items.length > maxSteps) this.problem(steps, 'too-many', String(maxSteps));
    return { line: this.line(map), name: name ?? '', service: this.optionalText(map, 'service'), today, steps: steps.items.slice(0, maxSteps).flatMap((step) => this.step(step as Node) ?? []) };
  }

  private step(node: Node): TestStep | null {
    const map = this.map(node, 'steps');
    if (!map) return null;
    this.onlyKeys(map, [...inputKeys, 'assertions']);
    const given = inputKeys.filter((key) => map.has(key));
    if (given.length !== 1) this.problem(map, given.length === 0 ? 'input-missing' : 'input-twice', given.length === 0 ? inputKeys.join(', ') : given.join(', '));
    const input = given.length === 1 ? this.input(map, given[0]!) : null;
    const list = this.value(map, 'assertions');
    if (list && !isSeq(list)) this.problem(list, 'list-expected', 'assertions');
    const assertions = isSeq(list) ? list.items.flatMap((item) => this.assertion(item as Node) ?? []) : [];
    return input && { line: this.line(map), input, assertions };
  }

  private input(map: YAMLMap, key: string): TestInput | null {
    const node = this.value(map, key)!;
    if (key === 'silence') return { type: 'silence' };
    if (key === 'fill') return isMap(node) ? { type: 'fill', values: node.toJSON() as Record<string, unknown> } : this.problem(node, 'map-expected', key);
    const text = this.plain(node);
    if (text === null) return this.problem(node ?? map, 'text-expected', key);
    return key === 'user' ? { type: 'text', text } : { type: 'choose', payload: text };
  }

  private assertion(node: Node): TestAssertion | null {
    const map = isScalar(node) && node.value === 'handed_over' ? null : this.map(node, 'assertions');
    if (map === null) return isScalar(node) && node.value === 'handed_over' ? { line: this.line(node), type: 'handed_over' } : null;
    const [pair, ...others] = map.items;
    const name = pair && isScalar(pair.key) ? String(pair.key.value) : '';
    if (others.length > 0) return this.problem(map, 'unknown-assertion', map.items.map(({ key }) => String(key)).join(', '));
    const type = assertionNames.find((known) => known === name);
    if (type === undefined) return this.problem(map, 'unknown-assertion', name);
    const value = this.value(map, name);
    const line = this.line(map);
    if (type === 'handed_over') return { line, type };
    if (isOneOf(flowAssertions, type)) {
      const service = this.plain(value);
      return service === null ? this.problem(map, 'text-expected', name) : { line, type, service };
    }
    if (isOneOf(textAssertions, type)) {
      const texts = this.texts(value);
      return texts === null ? this.problem(map, 'text-expected', name) : { line, type, texts };
    }
    return isOneOf(slotAssertions, type) ? this.slots(map, line, type, value) : null;
  }

  /** `{field: value}`, or a list of names and such maps. */
  private slots(map: YAMLMap, line: number, type: (typeof slotAssertions)[number], value: Node | null): TestAssertion | null {
    const ofMap = (fields: YAMLMap) => Object.entries(fields.toJSON() as Record<string, unknown>).map(([name, one]) => ({ name, value: one }));
    if (isMap(value)) return { line, type, fields: ofMap(value) };
    if (!isSeq(value)) {
      const name = this.plain(value);
      return name === null ? this.problem(map, 'map-expected', type) : { line, type, fields: [{ name, value: undefined }] };
    }
    const fields = value.items.flatMap((item) => {
      if (isMap(item)) return ofMap(item);
      const name = this.plain(item as Node);
      return name === null ? [] : [{ name, value: undefined }];
    });
    return { line, type, fields };
  }

  private texts(node: Node | null): string[] | null {
    if (!isSeq(node)) {
      const text = this.plain(node);
      return text === null ? null : [text];
    }
    const texts = node.items.map((item) => this.plain(item as Node));
    return texts.every((text) => text !== null) && texts.length > 0 ? texts : null;
  }

  private optionalText(map: YAMLMap, key: string): string | null {
    const node = this.value(map, key);
    if (node === null) return null;
    const text = this.plain(node);
    return text ?? this.problem(node, 'text-expected', key);
  }

  /** Numbers and booleans are meant as they are written. */
  private plain(node: Node | null): string | null {
    if (!isScalar(node) || node.value === null) return null;
    return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
  }

  private value(map: YAMLMap, key: string): Node | null {
    return (map.get(key, true) as Node | undefined) ?? null;
  }

  private map(node: Node, where: string): YAMLMap | null {
    return isMap(node) ? node : this.problem(node, 'map-expected', where);
  }

  private onlyKeys(map: YAMLMap, known: readonly string[]): void {
    for (const { key } of map.items) {
      const name = isScalar(key) ? String(key.value) : '?';
      if (!known.includes(name)) this.problem(key as Node, 'unknown-key', name);
    }
  }

  private problem(node: Node | null, code: TestProblemCode, what: string): null {
    this.problems.push({ line: this.line(node), code, what: what.slice(0, 100) });
    return null;
  }

  private line(node: Node | null | undefined): number {
    return node?.range ? this.lines.linePos(node.range[0]).line || 1 : 1;
  }
}

const isOneOf = <T extends string>(names: readonly T[], name: string): name is T => (names as readonly string[]).includes(name);
