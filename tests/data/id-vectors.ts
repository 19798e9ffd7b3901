import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkCreditCode, checkMobile, checkPhone, checkResidentId, isLuhn } from '@banshi/values';

interface Vector {
  kind: 'resident_id' | 'uscc' | 'mobile' | 'landline' | 'luhn';
  value: string;
  valid: boolean;
  note?: string;
}

const CHECKS: Record<Vector['kind'], (value: string) => boolean> = {
  resident_id: (value) => checkResidentId(value).valid,
  uscc: (value) => checkCreditCode(value).valid,
  mobile: (value) => checkMobile(value).valid,
  landline: (value) => checkPhone(value).valid,
  luhn: isLuhn,
};

/** Runs our checks on the published test vectors of three other libraries; `dataDir` holds `cn_id_vectors/vectors.json`. */
export async function checkIdVectors(dataDir: string): Promise<{ passed: number; total: number; failures: string[] }> {
  const vectors = JSON.parse(await readFile(join(dataDir, 'cn_id_vectors', 'vectors.json'), 'utf8')) as Vector[];
  const failures = vectors
    .filter(({ kind, value, valid }) => CHECKS[kind](value) !== valid)
    .map(({ kind, value, valid, note }) => `${kind} ${value} should be ${valid ? 'valid' : 'invalid'}${note ? ` (${note})` : ''}`);
  return { passed: vectors.length - failures.length, total: vectors.length, failures };
}
