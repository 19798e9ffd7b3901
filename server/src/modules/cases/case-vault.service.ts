import { fieldSchema, type JsonSchema } from '@banshi/forms';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { isSealed, type Sealed } from '../privacy/privacy.types.js';
import { type IndexedValue, VaultService } from '../privacy/vault.service.js';
import { attachmentsIn } from './attachments-in.js';
import type { CaseDefinition } from './case-definition.js';
import type { CaseData } from './fill-step.js';
import type { ServiceCase } from './service-case.entity.js';

export type StoredData = Pick<ServiceCase, 'data' | 'attachments' | 'isSealed'>;

export const caseOwner = (id: string) => ({ kind: 'case', id });
const placeOf = (field: string) => `data/${field}`;
/** Shorter numbers are found in too many cases. */
const shortestNumber = 6;

/** What a case keeps of its data: sensitive fields sealed under the case's own key, the others as they are. */
@Injectable()
export class CaseVaultService {
  constructor(private readonly vault: VaultService) {}

  /** The columns for the data. Numbers in sensitive fields become findable by who knows them. Null as definition seals every field. */
  async seal(ctx: RequestContext, id: string, definition: CaseDefinition | null, data: CaseData): Promise<StoredData> {
    const owner = caseOwner(id);
    const stored: CaseData = {};
    const numbers: IndexedValue[] = [];
    for (const [field, value] of Object.entries(data)) {
      const isSecret = value !== null && (definition === null || sensitiveSchema(definition, field) !== null);
      stored[field] = isSecret ? await this.vault.seal(ctx, owner, placeOf(field), value) : value;
      if (isSecret) numbers.push(...numbersIn(value).map((number) => ({ kind: field, value: number })));
    }
    await this.vault.rememberOnly(ctx, owner, numbers);
    return { data: stored, attachments: [...new Set(attachmentsIn(data).map(({ blob }) => blob))], isSealed: true };
  }

  async open(ctx: RequestContext, row: Pick<ServiceCase, 'id' | 'data'>): Promise<CaseData> {
    return (await this.openMany(ctx, [row]))[0]!;
  }

  /** The data of many cases, or parts of it; the keys of all in one query. */
  async openMany(ctx: RequestContext, rows: readonly Pick<ServiceCase, 'id' | 'data'>[]): Promise<CaseData[]> {
    const places = rows.flatMap(({ id, data }, row) => Object.entries(data).filter(([, value]) => isSealed(value)).map(([field, sealed]) => ({ row, field, owner: caseOwner(id), place: placeOf(field), sealed: sealed as Sealed })));
    const opened = await this.vault.openMany(ctx, places);
    const clear = rows.map(({ data }) => ({ ...data }));
    places.forEach(({ row, field }, index) => (clear[row]![field] = opened[index]));
    return clear;
  }

  /** Tells whether two submissions are the same, without keeping what could be found by trying. */
  fingerprint(ctx: RequestContext, hash: string): Promise<string> {
    return this.vault.fingerprint(ctx, hash);
  }
}

/** The schema of the field in the first form that marks it, or something inside it, as sensitive. */
export function sensitiveSchema(definition: CaseDefinition, field: string): JsonSchema | null {
  for (const step of definition.steps) {
    const form = definition.stepForm(step);
    const schema = form ? fieldSchema(form.form, field) : undefined;
    if (schema && isSensitive(schema)) return schema;
  }
  return null;
}

function isSensitive(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  return (schema as JsonSchema)['x-sensitive'] === true || Object.values(schema).some(isSensitive);
}

function numbersIn(value: unknown): string[] {
  if (typeof value === 'number') return numbersIn(String(value));
  if (typeof value === 'string') return value.length <= 60 && value.replace(/\D/g, '').length >= shortestNumber - 1 ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}
