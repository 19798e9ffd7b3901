import { describe, expect, it } from 'vitest';
import { evaluate, freeVariables, functionNames, parse, problemText, typeCheck, type Expression, type FeelType } from './index.js';

const ANY: FeelType = { kind: 'any' };
const BOOLEAN: FeelType = { kind: 'boolean' };
const NOW = new Date('2024-03-12T16:30:00Z');

function parsed(source: string): Expression {
  const result = parse(source);
  if (!result.ok) throw new Error(`${source}: ${JSON.stringify(result.problems)}`);
  return result.expression;
}

/** The value, or the code of the problem in angle brackets. */
function run(source: string, variables: Record<string, unknown> = {}, expected: FeelType = ANY, scope?: Record<string, FeelType>): unknown {
  const result = evaluate(parsed(source), variables, expected, { now: NOW, ...(scope && { scope }) });
  return result.ok ? result.value : `<${result.problem.code}>`;
}

const parseCode = (source: string) => {
  const result = parse(source);
  return result.ok ? 'ok' : result.problems[0]?.code;
};

describe('parse', () => {
  it('takes the leading = of Zeebe and keeps positions in the source as given', () => {
    expect(freeVariables(parsed(' = a > 1'))).toEqual([['a']]);
    const result = parse('= a > > 1');
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.problems[0]).toMatchObject({ code: expect.any(String), from: expect.any(Number) });
  });

  it.each(['1 +', '"abc', 'a b', 'a && b', '# x', '1 )', 'if a then b', '`a` > 1', '(', 'a = '])('refuses %s', (source) => expect(parseCode(source)).toBe('syntax'));

  it.each([
    ['', 'empty'],
    ['=', 'empty'],
    ['a == b', 'unsupported'],
    ['x <> y', 'unsupported'],
    ['[1..3]', 'unsupported'],
    ['< 5', 'unsupported'],
    ['x.y(1)', 'unsupported'],
    ['12345678901234567890', 'number-range'],
    [`${'('.repeat(101)}1${')'.repeat(101)}`, 'too-deep'],
    [`${'if a then '.repeat(150)}1${' else 1'.repeat(150)}`, 'too-deep'],
    ['1'.repeat(10_001), 'too-long'],
    ['['.repeat(10_000), 'too-deep'],
  ])('%s: %s', (source, code) => expect(parseCode(source)).toBe(code));

  it('accepts a long chain and deep brackets below the limits', () => {
    expect(parseCode(Array.from({ length: 300 }, () => 'a').join(' or '))).toBe('too-deep');
    expect(parseCode(Array.from({ length: 1000 }, () => 'a').join(' or '))).toBe('too-deep');
    expect(run(Array.from({ length: 200 }, () => '1').join(' + '))).toBe(200);
    expect(run(`${'('.repeat(90)}1${')'.repeat(90)}`)).toBe(1);
  });

  it('survives hostile sources', () => {
    for (const part of ['(', '"', '[', '{', '-', 'a.', 'if ', 'for x in ', '@"', 'function(', '\u0000', '𠮷', '\ud842', 'not(']) {
      expect(['syntax', 'too-deep', 'too-long', 'unsupported', 'ok', 'number-range']).toContain(parseCode(part.repeat(600)));
    }
  });
});

describe('freeVariables', () => {
  it.each([
    ['form.age >= 18 and reviewResult = "ok"', [['form', 'age'], ['reviewResult']]],
    ['for x in form.items return x.price * rate', [['form', 'items'], ['rate']]],
    ['some x in xs, y in x.ys satisfies y > limit', [['xs'], ['limit']]],
    ['sort(xs, function(a, b) a < b)', [['xs']]],
    ['{a: form.b, c: a + d}', [['form', 'b'], ['d']]],
    ['xs[item.price > min].name', [['xs'], ['min']]],
    ['xs[1].name', [['xs']]],
    ['get or else(form.remark, "") = form.remark', [['form', 'remark']]],
    ['string length(form.name) in [1..limit]', [['form', 'name'], ['limit']]],
    ['1 + 1', []],
  ])('%s', (source, expected) => expect(freeVariables(parsed(source))).toEqual(expected));
});

describe('evaluate', () => {
  it.each<[string, unknown]>([
    ['0.1 + 0.2 = 0.3', true],
    ['1.1 * 3', 3.3],
    ['9007199254740991 - 1', 9_007_199_254_740_990],
    ['-2 ** 2', 4],
    ['-(1 + 2)', -3],
    ['"a" + "b"', 'ab'],
    ['2 in [1..3]', true],
    ['3 in [1..3)', false],
    ['5 in (1, 2, >4)', true],
    ['"x" in ["x", "y"]', true],
    ['2 between 1 and 3', true],
    ['if 1 < 2 then "yes" else "no"', 'yes'],
    ['for x in [1, 2], y in 1..2 return x * 10 + y', [11, 12, 21, 22]],
    ['every x in [1, 2] satisfies x > 0', true],
    ['some x in [] satisfies x', false],
    ['[1, 2, 3][item > 1]', [2, 3]],
    ['[1, 2, 3][-1]', 3],
    ['[{a: 1}, {a: 2}].a', [1, 2]],
    ['{a: 1, b: a + 1}.b', 2],
    ['null = null', true],
    ['1 != null', true],
    ['1 instance of number', true],
    ['"1" instance of number', false],
    ['sort([3, 1, 2], function(a, b) a < b)', [1, 2, 3]],
    ['string length("𠮷🙂a")', 3],
    ['substring("𠮷野家", 2)', '野家'],
    ['substring("foobar", -3, 2)', 'ba'],
    ['upper case("ab")', 'AB'],
    ['string join(["a", "b"], "-")', 'a-b'],
    ['split("a;b;;c", ";")', ['a', 'b', '', 'c']],
    ['matches("13800000000", "^1[3-9]\\\\d{9}$")', true],
    ['replace("a1b2", "(\\\\d)", "<$1>")', 'a<1>b<2>'],
    ['number("3.5") + 1', 4.5],
    ['string(12)', '12'],
    ['sum([0.1, 0.2])', 0.3],
    ['sum([])', 0],
    ['min(3, 1, 2)', 1],
    ['max([date("2024-01-01"), date("2024-02-01")])', '2024-02-01'],
    ['mean([1, 2])', 1.5],
    ['round half up(1.005, 2)', 1.01],
    ['decimal(2.5, 0)', 2],
    ['floor(-1.5)', -2],
    ['modulo(-5, 3)', 1],
    ['count([1, [2, 3]])', 2],
    ['flatten([1, [2, [3]]])', [1, 2, 3]],
    ['distinct values([1, 2, 1])', [1, 2]],
    ['list contains([1, "1"], "1")', true],
    ['index of([1, 2, 1], 1)', [1, 3]],
    ['sublist([1, 2, 3], 2)', [2, 3]],
    ['concatenate([1], [2])', [1, 2]],
    ['append([1], 2)', [1, 2]],
    ['reverse([1, 2])', [2, 1]],
    ['all([true, false])', false],
    ['not(false)', true],
    ['get value({"k": 1}, "k")', 1],
    ['date("2024-01-31") < date("2024-02-01")', true],
    ['date(2024, 3, 5)', '2024-03-05'],
    ['date("2024-03-05").weekday', 2],
    ['date("2024-01-31") + duration("P1M")', '2024-02-29'],
    ['(date("2024-03-05") - date("2024-03-01")).days', 4],
    ['years and months duration(date("2000-01-01"), date("2024-03-05")).years', 24],
    ['@"2024-03-05" = date("2024-03-05")', true],
    ['today()', '2024-03-13'],
    ['date(now()) = today()', true],
    ['day of week(date("2024-03-13"))', 'Wednesday'],
    ['is defined(a)', false],
    ['get or else(a.b, 5)', 5],
    ['false and a', false],
    ['true or a', true],
  ])('%s', (source, value) => expect(run(source)).toEqual(value));

  it.each<[string, string]>([
    ['"a" > 10', '<type-mismatch>'],
    ['"3" = 3', '<type-mismatch>'],
    ['1 + "a"', '<type-mismatch>'],
    ['true < false', '<type-mismatch>'],
    ['1 < null', '<type-mismatch>'],
    ['date("2024-01-01") < "2024-02-01"', '<type-mismatch>'],
    ['date("2024-01-01") - 1', '<type-mismatch>'],
    ['1 in ["a"]', '<type-mismatch>'],
    ['1 / 0', '<division-by-zero>'],
    ['modulo(1, 0)', '<division-by-zero>'],
    ['10 ** 400', '<number-range>'],
    ['9007199254740991 + 1', '<number-range>'],
    ['if missing then 1 else 2', '<missing-variable>'],
    ['if null then 1 else 2', '<not-boolean>'],
    ['if "true" then 1 else 2', '<not-boolean>'],
    ['missing and false', '<missing-variable>'],
    ['1 and true', '<not-boolean>'],
    ['form.missing = 1', '<missing-field>'],
    ['form.name.x', '<not-context>'],
    ['nothing.x', '<not-context>'],
    ['form.toString', '<missing-field>'],
    ['form.__proto__', '<missing-field>'],
    ['constructor', '<missing-variable>'],
    ['[1][2]', '<index-out-of-range>'],
    ['[1][0]', '<index-out-of-range>'],
    ['1[1]', '<not-list>'],
    ['for x in 1 return x', '<not-list>'],
    ['nope(1)', '<unknown-function>'],
    ['floor()', '<wrong-arity>'],
    ['floor("1")', '<wrong-argument>'],
    ['sum(["1"])', '<wrong-argument>'],
    ['contains(null, "a")', '<wrong-argument>'],
    ['number("abc")', '<invalid-value>'],
    ['date("2024-02-30")', '<invalid-value>'],
    ['@"2024-02-30"', '<invalid-temporal>'],
    ['min([])', '<invalid-value>'],
    ['matches("a", "(?=a)")', '<unsafe-regex>'],
    ['matches("a", "(a)\\\\1")', '<unsafe-regex>'],
    ['matches("a", "a", "x")', '<unsafe-regex>'],
    ['sort([1, 2], function(a, b) 1)', '<not-boolean>'],
    ['function(x) x', '<unsupported-value>'],
    ['(function(x) x) = 1', '<type-mismatch>'],
    ['people[age > 1 and item.age > 0]', '<missing-variable>'],
    ['broken', '<unsupported-value>'],
    ['when = 1', '<unsupported-value>'],
  ])('%s is a problem: %s', (source, code) =>
    expect(run(source, { form: { name: '张三' }, nothing: null, broken: Number.NaN, when: new Date(), people: [{ age: 3 }] })).toBe(code),
  );

  it('asks for item.x where a bare name could also be a field of the item', () => {
    expect(run('xs[item.a > 0 and a > 0]', { xs: [{ a: 1 }], a: 1 })).toBe('<ambiguous-name>');
    expect(run('xs[item.a > a0]', { xs: [{ a: 1 }], a0: 0 })).toEqual([{ a: 1 }]);
  });

  it('reads ISO strings as dates where the scope says so', () => {
    const scope: Record<string, FeelType> = { form: { kind: 'context', fields: { birth: { kind: 'date' }, trips: { kind: 'list', of: { kind: 'date' } } } } };
    expect(run('form.birth < date("2024-01-01")', { form: { birth: '2000-01-01', trips: [] } }, BOOLEAN, scope)).toBe(true);
    expect(run('form.trips[1]', { form: { birth: '2000-01-01', trips: ['2024-05-01'] } }, { kind: 'date' }, scope)).toBe('2024-05-01');
    expect(run('form.birth < date("2024-01-01")', { form: { birth: '2000-02-30' } }, BOOLEAN, scope)).toBe('<invalid-temporal>');
  });

  it('holds the result to the expected type', () => {
    expect(run('1', {}, BOOLEAN)).toBe('<not-boolean>');
    expect(run('null', {}, BOOLEAN)).toBe('<not-boolean>');
    expect(run('"a"', {}, { kind: 'number' })).toBe('<unexpected-type>');
    expect(run('[1, "a"]', {}, { kind: 'list', of: { kind: 'number' } })).toBe('<unexpected-type>');
    expect(run('{a: 1}', {}, { kind: 'context', fields: { b: { kind: 'number' } } })).toBe('<missing-field>');
  });

  it('stops work without end', () => {
    const huge = Array.from({ length: 200_000 }, (_, index) => index);
    expect(run('for x in 1..1000000000 return x')).toBe('<too-much-work>');
    expect(run('for a in 1..1000, b in 1..1000, c in 1..1000 return 1')).toBe('<too-much-work>');
    expect(run('some x in huge satisfies x < 0', { huge })).toBe('<too-much-work>');
    expect(run('sum(huge)', { huge })).toBe('<too-much-work>');
    expect(run('distinct values(for x in 1..3000 return {a: x})')).toBe('<too-much-work>');
    expect(run('(function(f) 1)', {})).toBe('<unsupported-value>');
    expect(run('{f: function(g) g(g), r: f(f)}.r')).toBe('<too-much-work>');
    expect(run(`{${Array.from({ length: 40 }, (_, i) => `a${i + 1}: a${i} + a${i}`).join(', ')}}`, { a0: 'x'.repeat(1000) })).toBe('<too-large>');
  });

  it('matches hostile patterns in linear time', () => {
    expect(run('matches(text, "^(a+)+$")', { text: `${'a'.repeat(40)}b` })).toBe(false);
    expect(run('matches(text, "(x+x+)+y")', { text: 'x'.repeat(5000) })).toBe(false);
    expect(run('replace(text, "(.*)*z", "")', { text: 'a'.repeat(2000) })).toBe('a'.repeat(2000));
    expect(run('matches(text, "a")', { text: 'b'.repeat(5_000_000) })).toBe('<too-large>');
    expect(run('matches("a", pattern)', { pattern: '(a{1000}){1000}' })).toBe('<unsafe-regex>');
    expect(run('matches("a", pattern)', { pattern: '('.repeat(400) })).toBe('<unsafe-regex>');
  });

  it('does not run away on deep or cyclic variables', () => {
    const cyclic: unknown[] = [];
    cyclic.push(cyclic);
    expect(['<too-large>', '<too-much-work>']).toContain(run('a = b', { a: cyclic, b: [cyclic] }));
    expect(['<too-large>', '<too-much-work>']).toContain(run('a', { a: cyclic }));
    expect(run('flatten(a)', { a: cyclic })).toBe('<too-much-work>');
  });

  it('never changes the variables', () => {
    const variables = Object.freeze({ xs: Object.freeze([3, 1]) });
    expect(run('sort(append(xs, 2), function(a, b) a < b)', variables)).toEqual([1, 2, 3]);
    expect(variables.xs).toEqual([3, 1]);
  });

  it('never throws and never answers undefined, whatever the variables', () => {
    const values: unknown[] = [null, undefined, 0, -0, Number.NaN, Infinity, '', 'a', '1', true, [], [null], [[]], {}, { a: null }, 10n, Symbol('s'), () => 1, new Map(), new Date(Number.NaN), '2024-02-30', '\ud842'];
    const sources = ['a > b', 'a = b', 'a + b', 'a / b', 'if a then b else a', 'a and b', 'a.x', 'a[b]', 'a in [b]', 'a in [b..b]', 'for x in a return x', 'string(a)', 'date(a)', 'matches(a, b)', 'sum(a, b)', 'get value(a, b)', 'sort(a, function(x, y) x < y)', 'a between b and b', 'a instance of string', '-a'];
    for (const source of sources) {
      const expression = parsed(source);
      for (const a of values) {
        for (const b of values) {
          const result = evaluate(expression, { a, b }, ANY);
          if (result.ok) expect(result.value).not.toBeUndefined();
          else expect(problemText(result.problem, 'zh')).not.toContain('{');
        }
      }
    }
  });
});

describe('typeCheck', () => {
  const scope: Record<string, FeelType> = {
    form: {
      kind: 'context',
      fields: {
        age: { kind: 'number' },
        name: { kind: 'string' },
        birth: { kind: 'date' },
        items: { kind: 'list', of: { kind: 'context', fields: { price: { kind: 'number' } } } },
      },
    },
    approved: { kind: 'boolean' },
    anything: ANY,
  };
  const codes = (source: string, expected: FeelType = BOOLEAN) => typeCheck(parsed(source), scope, expected).map(({ code }) => code);

  it.each([
    'form.age >= 18 and approved',
    'form.name = null',
    'form.birth < today()',
    'form.birth + duration("P18Y") <= today()',
    'sum(form.items.price) > 100',
    'some x in form.items satisfies x.price > 1',
    'count(form.items[item.price > 1]) > 0',
    'matches(form.name, "^[\\\\p{Han}]{2,}$")',
    'anything',
    'anything.deep.path > 1',
    'form.age in (1, 2, [3..5])',
    'is defined(form.name)',
    'get or else(form.age, 0) > 1',
    'years and months duration(form.birth, today()).years >= 16',
    'contains(string: form.name, match: "a")',
    'if approved then form.age > 1 else false',
  ])('accepts %s', (source) => expect(codes(source)).toEqual([]));

  it.each([
    ['unknown > 1', 'unknown-variable'],
    ['form.missing > 1', 'unknown-field'],
    ['form.name > 10', 'type-mismatch'],
    ['form.name = form.age', 'type-mismatch'],
    ['form.birth < "2024-01-01"', 'type-mismatch'],
    ['form.age and approved', 'not-boolean'],
    ['form.age', 'not-boolean'],
    ['if form.name then true else false', 'not-boolean'],
    ['nope(form.age)', 'unknown-function'],
    ['floor(form.age, 1, 2) > 1', 'wrong-arity'],
    ['floor(form.name) > 1', 'wrong-argument'],
    ['contains(text: form.name, match: "a")', 'wrong-argument'],
    ['sum(form.items) > 1', 'wrong-argument'],
    ['matches(form.name, "(?<!a)b")', 'unsafe-regex'],
    ['form.age / 0 > 1', 'division-by-zero'],
    ['approved > false', 'type-mismatch'],
    ['form.age + form.name = "a"', 'type-mismatch'],
    ['form.age in ("a")', 'type-mismatch'],
    ['form.name.x = 1', 'not-context'],
    ['form.birth.hour = 1', 'unknown-field'],
    ['form.items[price > 1] = []', 'unknown-variable'],
    ['count(form.age[item > 1]) > 1', 'not-list'],
    ['@"2024-13-01" < today()', 'invalid-temporal'],
    ['every x in form.age satisfies true', 'not-list'],
  ])('%s: %s', (source, code) => expect(codes(source)).toContain(code));

  it('says where and what, in both languages', () => {
    const [problem] = typeCheck(parsed('= approved and form.name > 10'), scope, BOOLEAN);
    expect(problem).toMatchObject({ code: 'type-mismatch', from: 15, to: 29 });
    expect(problem && problemText(problem, 'zh')).toBe('“>”两边的类型不能这样运算：文本与数字');
    expect(problem && problemText(problem, 'en')).toBe('“>” cannot take a string and a number');
  });

  it('lists the functions an editor may offer', () => {
    expect(functionNames()).toEqual(expect.arrayContaining(['matches', 'is defined', 'date and time']));
  });
});
