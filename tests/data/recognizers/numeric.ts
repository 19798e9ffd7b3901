import { readValues, type ValueKind } from '@banshi/values';
import { type Expected, loadVectors, type Measured, measureVectors, placeOf, type Vector } from './vectors.js';

const want = (key: string) => ({ Input, Results }: Vector): Expected[] => Results.map((result) => ({ ...placeOf(result, Input), values: [String(result.Resolution?.[key] ?? '').replace(/%$/u, '')] }));

function find(kinds: readonly ValueKind[], valueOf: (value: ReturnType<typeof readValues>[number]) => { value: string; skip?: number }): (vector: Vector) => Expected[] {
  return ({ Input }) =>
    readValues(Input, { kinds }).map((found) => {
      const { value, skip = 0 } = valueOf(found);
      return { start: found.start + skip, end: found.end, values: [value] };
    });
}

const percentExceptions = new Map([
  ...['二三十个百分点', '二三十個百分點', '百分之二三十'].map((text): [string, string] => [text, '"20 to 30 %" is a value here, with both ends; the vector finds nothing in it']),
  ['找出酒精量在5-20%之间的产品', 'the range 5–20 % is one value here; the vector drops its lower end'],
]);


/**
 * Numbers, percentages, ordinals, ranges and money of the published Chinese vectors. Ranges include both ends here, and 以上, 以下 include the
 * number (民法典 1259); the vectors say otherwise, so ranges are only measured.
 */
export async function measureNumeric(dataDir: string): Promise<Measured[]> {
  const load = (file: string) => loadVectors(dataDir, file);
  return [
    // The vectors read 第三 as the number behind 第.
    measureVectors('Recognizers NumberModel', await load('Number_Chinese_NumberModel'), 0.99, find(['number', 'ordinal'], (found) => ({ value: found.kind === 'number' || found.kind === 'ordinal' ? String(found.value?.number) : '', skip: found.kind === 'ordinal' ? 1 : 0 })), want('value')),
    measureVectors('Recognizers PercentModel', await load('Number_Chinese_PercentModel'), 0.99, find(['percent'], (found) => ({ value: found.kind === 'percent' ? String(found.value?.number) : '' })), want('value'), percentExceptions, 'without exceptions'),
    measureVectors('Recognizers OrdinalModel', await load('Number_Chinese_OrdinalModel'), 0.99, find(['ordinal'], (found) => ({ value: found.kind === 'ordinal' ? String(found.value?.number) : '' })), want('value')),
    measureVectors('Recognizers NumberRangeModel', await load('Number_Chinese_NumberRangeModel'), null, find(['number-range'], (found) => ({ value: found.normal })), want('value')),
    measureVectors('Recognizers CurrencyModel', await load('NumberWithUnit_Chinese_CurrencyModel'), 0.95, find(['money', 'currency'], (found) => ({ value: found.kind === 'money' ? (found.value?.amount ?? '') : '' })), want('value')),
    measureVectors('Recognizers AgeModel', await load('NumberWithUnit_Chinese_AgeModel'), null, find(['age'], (found) => ({ value: found.kind === 'age' ? String(found.value?.amount) : '' })), want('value')),
  ];
}
