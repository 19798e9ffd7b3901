import { readValues } from '@banshi/values';
import { loadVectors, type Measured, measureVectors, placeOf } from './vectors.js';

/** Phone numbers of many countries in Chinese sentences; ours are those of mainland China and what the sentence calls a phone number. */
export async function measurePhones(dataDir: string): Promise<Measured[]> {
  return [
    measureVectors(
      'Recognizers PhoneNumberModel',
      await loadVectors(dataDir, 'Sequence_Chinese_PhoneNumberModel'),
      null,
      ({ Input }) => readValues(Input, { kinds: ['phone', 'mobile'] }).map(({ start, end }) => ({ start, end, values: [] })),
      ({ Input, Results }) => Results.map((result) => ({ ...placeOf(result, Input), values: [] })),
    ),
  ];
}
