import type { DialogWorld, Reply } from '@banshi/dialog';
import { fieldSchema, fieldTitle, type FormBody, optionsOf } from '@banshi/forms';
import { maskValue, type SlotType } from '@banshi/values';
import type { Language } from '../../platform/actor/request-context.js';
import type { SaidInput } from './dialog.types.js';

const commands: Record<string, Record<Language, string>> = {
  person: { zh: '转人工', en: 'Talk to a person' },
  restart: { zh: '重新开始', en: 'Start again' },
  assistant: { zh: '不等人工了，由助手继续', en: 'Go on with the assistant' },
};
const cleared = { zh: '（清空）', en: '(cleared)' };
const given = { zh: '（已填写）', en: '(filled in)' };
const maskedTypes: Record<string, SlotType> = { 'cn-resident-id': 'resident-id', 'cn-credit-code': 'credit-code', 'cn-mobile': 'mobile', 'cn-bank-card': 'bank-card' };
const maxShown = 60;

/** The citizen's words as a bubble shows them; null where nothing was said. Sensitive values are masked. */
export function sayInput(input: SaidInput, place: { world: DialogWorld; service: string | null; last: Reply | null; language: Language }): string | null {
  switch (input.type) {
    case 'text':
      return input.text;
    case 'choose':
      return sayChoice(input.payload, place);
    case 'fill':
      return Object.entries(input.values).map(([field, value]) => sayValue(field, value, place)).join('\n');
    case 'open':
      return input.service === undefined ? null : sayChoice(`service:${input.service}`, place);
    case 'silence':
      return null;
  }
}

type Place = Parameters<typeof sayInput>[1];

function sayChoice(payload: string, { world, service, last, language }: Place): string {
  const offered = last?.quickReplies.find((reply) => reply.payload === payload);
  if (offered) return offered.label;
  const [command, argument] = [payload.split(':', 1)[0]!, payload.slice(payload.indexOf(':') + 1)];
  if (command === 'service') return world.service(argument)?.title ?? argument;
  const form = service === null ? null : world.form(service);
  if (command === 'edit') return language === 'zh' ? `修改「${titleOf(form?.body, argument)}」` : `Change “${titleOf(form?.body, argument)}”`;
  return commands[payload]?.[language] ?? payload.slice(0, maxShown);
}

function sayValue(field: string, value: unknown, { world, service, language }: Place): string {
  const form = service === null ? undefined : world.form(service)?.body;
  const title = titleOf(form, field);
  const colon = language === 'zh' ? '：' : ': ';
  return `${title}${colon}${form ? displayed(form, field, value, language) : given[language]}`;
}

function displayed(form: FormBody, field: string, value: unknown, language: Language): string {
  if (value === null || value === '') return cleared[language];
  const schema = fieldSchema(form, field);
  if (schema?.['x-sensitive'] === true) return typeof value === 'string' ? maskValue(maskedTypes[String(schema['format'])] ?? 'person', value) : given[language];
  const titles = schema ? new Map(optionsOf(schema).map((option) => [option.value, option.title])) : new Map<string, string>();
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.map((one) => titles.get(one) ?? one).join('、').slice(0, maxShown);
  if (typeof value === 'object' || schema?.['x-type'] === 'money' || schema?.['x-dictionary'] !== undefined) return given[language];
  return (titles.get(String(value)) ?? String(value)).slice(0, maxShown);
}

const titleOf = (form: FormBody | undefined, field: string) => (form && fieldSchema(form, field) ? fieldTitle(form, field) : field.slice(0, maxShown));
