import { commonErrors, DomainError } from '../../platform/errors/domain-error.js';
import type { SubscriptionChange } from '../push/persons.service.js';

const maxFields = 200;
const maxText = 100;

/** The body of `PUT /subscriptions`: any of its parts, nothing else. */
export function readSubscription(body: unknown): SubscriptionChange {
  const { themes, services, active, channels, email, consents, ...rest } = record(body, 'body');
  const stranger = Object.keys(rest)[0];
  if (stranger !== undefined) throw wrong(stranger.slice(0, 40));
  return {
    ...(themes !== undefined && { themes: texts(themes, 'themes') }),
    ...(services !== undefined && { services: texts(services, 'services') }),
    ...(active !== undefined && { active: flag(active, 'active') }),
    ...(channels !== undefined && { channels: flags(channels, 'channels') }),
    ...(email !== undefined && { email: email === null || email === '' ? null : text(email, 'email', 254) }),
    ...(consents !== undefined && { consents: flags(consents, 'consents') }),
  };
}

/** The body of `PUT /profile`. A value of undefined is to be forgotten. */
export function readAnswers(body: unknown): Map<string, unknown> {
  const { answers = {}, forget = [] } = record(body, 'body');
  const given = Object.entries(record(answers, 'answers'));
  if (given.length > maxFields) throw wrong('answers');
  return new Map<string, unknown>([...texts(forget, 'forget').map((name): [string, unknown] => [name, undefined]), ...given]);
}

const wrong = (field: string) => new DomainError(commonErrors.INVALID_INPUT, { field, params: { reason: field } });

function record(value: unknown, field: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(field);
  return value as Record<string, unknown>;
}

function flag(value: unknown, field: string): boolean {
  if (typeof value !== 'boolean') throw wrong(field);
  return value;
}

function flags(value: unknown, field: string): Record<string, boolean> {
  const entries = Object.entries(record(value, field));
  if (entries.length > maxFields) throw wrong(field);
  return Object.fromEntries(entries.map(([name, one]) => [name, flag(one, `${field}.${name.slice(0, 40)}`)]));
}

function text(value: unknown, field: string, max: number): string {
  if (typeof value !== 'string' || value.length > max || value.includes('\0')) throw wrong(field);
  return value.trim();
}

function texts(value: unknown, field: string): string[] {
  if (!Array.isArray(value) || value.length > maxFields) throw wrong(field);
  return value.map((one) => text(one, field, maxText)).filter((one) => one !== '');
}
