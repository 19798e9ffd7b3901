import type { Language } from '../actor/request-context.js';

/** An expected outcome: a stable code, the HTTP status it maps to, and its text in both languages with `{param}` places. */
export interface ErrorDefinition {
  code: string;
  status: number;
  zh: string;
  en: string;
}

/** One enum of errors per module: the keys are the codes. */
export function defineErrors<K extends string>(definitions: Record<K, Omit<ErrorDefinition, 'code'>>): Record<K, ErrorDefinition> {
  return Object.fromEntries(
    Object.entries<Omit<ErrorDefinition, 'code'>>(definitions).map(([code, definition]) => [code, { code, ...definition }]),
  ) as Record<K, ErrorDefinition>;
}

export interface ErrorFacts {
  /** Path of the input that is wrong, such as `input.key`. */
  field?: string;
  params?: Record<string, string | number>;
  /** What the client needs to go on, such as the other person's change. JSON. */
  details?: unknown;
}

/** The one class for errors that are a person's to mend. Anything else thrown is a bug and shown as INTERNAL. */
export class DomainError extends Error {
  constructor(
    readonly definition: ErrorDefinition,
    readonly facts: ErrorFacts = {},
  ) {
    super(`${definition.code}: ${fill(definition.en, facts.params)}`);
    this.name = 'DomainError';
  }

  get code(): string {
    return this.definition.code;
  }

  text(language: Language): string {
    return fill(this.definition[language], this.facts.params);
  }
}

const fill = (template: string, params: Record<string, string | number> = {}): string =>
  template.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));

export const commonErrors = defineErrors({
  UNAUTHENTICATED: { status: 401, zh: '请先登录', en: 'Please sign in first' },
  FORBIDDEN: { status: 403, zh: '您没有权限执行此操作', en: 'You are not allowed to do this' },
  MUST_CHANGE_PASSWORD: { status: 403, zh: '请先修改初始密码', en: 'Please change the initial password first' },
  NOT_FOUND: { status: 404, zh: '未找到：{what}', en: 'Not found: {what}' },
  INVALID_INPUT: { status: 400, zh: '输入有误：{reason}', en: 'Invalid input: {reason}' },
  CONFLICT: { status: 409, zh: '内容已被他人修改，请核对后再保存', en: 'Somebody else has changed this; compare before saving again' },
  IN_USE: { status: 409, zh: '仍在被使用，无法删除', en: 'Still in use, so it cannot be deleted' },
  TOO_LARGE: { status: 413, zh: '内容过大，上限为 {limit}', en: 'Too large; the limit is {limit}' },
  TOO_MANY_REQUESTS: { status: 429, zh: '请求过于频繁，请在 {seconds} 秒后重试', en: 'Too many requests; try again in {seconds} s' },
  BAD_ORIGIN: { status: 403, zh: '请求来源不受信任', en: 'The request comes from an untrusted origin' },
  UNAVAILABLE: { status: 503, zh: '系统暂时不可用，操作可能没有完成，请稍后核对再试', en: 'Temporarily unavailable, so this may not have been done; check and try again shortly' },
  INTERNAL: { status: 500, zh: '系统内部错误，请稍后重试（编号 {requestId}）', en: 'Internal error; please try again later (reference {requestId})' },
});

/** The row that must be there, or NOT_FOUND. */
export function found<T>(row: T | null | undefined, what: string): T {
  if (row === null || row === undefined) throw new DomainError(commonErrors.NOT_FOUND, { params: { what } });
  return row;
}

export function assertUnreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
