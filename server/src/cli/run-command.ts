import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Language } from '../platform/actor/request-context.js';
import { EnvironmentError, readEnvironment } from '../platform/configuration/environment.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { EmbeddedPostgresError } from '../platform/postgres/postgres.errors.js';
import { auditVerifyCommand } from './audit-verify.command.js';
import { backupCommand, restoreCommand } from './backup.commands.js';
import { checkCommand } from './check.command.js';
import { cliErrors } from './cli.errors.js';
import type { Command } from './command.js';
import { exportCommand } from './export.command.js';
import { importCommand } from './import.command.js';
import { keysRotateCommand, keysStatusCommand } from './keys.commands.js';
import { resetPasswordCommand } from './reset-password.command.js';

const commands: readonly Command[] = [exportCommand, importCommand, checkCommand, auditVerifyCommand, keysStatusCommand, keysRotateCommand, backupCommand, restoreCommand, resetPasswordCommand];

export interface CommandResult {
  stdout: string;
  stderr: string;
  /** 0 done, 1 found something wrong or refused, 2 not understood. */
  exitCode: 0 | 1 | 2;
}

/** Runs one command line. With `--json` stdout is exactly one JSON object, whatever happens. */
export async function runCommand(args: readonly string[], variables: NodeJS.ProcessEnv): Promise<CommandResult> {
  const isJson = args.includes('--json');
  const language = languageOf(args, variables);
  try {
    const parsed = parse(args, language);
    if (parsed === null) return { stdout: `${usage(language)}\n`, stderr: '', exitCode: 0 };
    const path = (operand: string) => resolve(variables['INIT_CWD'] ?? '.', operand);
    const { json, text, exitCode } = await parsed.command.run({ ...parsed, environment: readEnvironment(variables), path, language });
    return { stdout: `${isJson ? JSON.stringify(json) : text[language]}\n`, stderr: '', exitCode };
  } catch (error) {
    return failure(error, isJson, language);
  }
}

function parse(args: readonly string[], language: Language) {
  if (args.length === 0 || args.includes('--help') || args.includes('-h') || args[0] === 'help') return null;
  const wrong = (zh: string, en: string) => new DomainError(cliErrors.USAGE, { params: { reason: language === 'zh' ? zh : en } });
  const words = args.filter((arg) => !arg.startsWith('-'));
  const command = commands.find(({ name }) => name.split(' ').every((word, index) => words[index] === word));
  if (!command) throw wrong(`没有命令“${words[0] ?? ''}”`, `There is no command “${words[0] ?? ''}”`);
  const known = { json: 'boolean', lang: 'string', ...command.options } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, strict: true, options: Object.fromEntries(Object.entries(known).map(([name, type]) => [name, { type }])) });
    const operands = positionals.slice(command.name.split(' ').length);
    if (operands.length === command.operands) return { command, operands, options: values as Record<string, string | boolean | undefined> };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw wrong(`${reason}\n用法：${command.usage}`, `${reason}\nUsage: ${command.usage}`);
  }
  throw wrong(`用法：${command.usage}`, `Usage: ${command.usage}`);
}

function failure(error: unknown, isJson: boolean, language: Language): CommandResult {
  const { code, message, field, details } = describe(error, language);
  const exitCode = error instanceof DomainError && error.definition === cliErrors.USAGE ? 2 : 1;
  if (isJson) return { stdout: `${JSON.stringify({ ok: false, error: { code, message, ...(field ? { field } : {}), ...(details === undefined ? {} : { details }) } })}\n`, stderr: '', exitCode };
  return { stdout: '', stderr: `${message}\n${exitCode === 2 ? `\n${usage(language)}\n` : ''}`, exitCode };
}

function describe(error: unknown, language: Language): { code: string; message: string; field?: string; details?: unknown } {
  if (error instanceof DomainError) return { code: error.code, message: error.text(language), field: error.facts.field, details: error.facts.details };
  if (error instanceof EmbeddedPostgresError) return { code: error.code, message: error.message };
  if (error instanceof EnvironmentError) return { code: 'CONFIGURATION', message: error.message };
  return { code: 'INTERNAL', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

/** `--lang`, else what the terminal speaks; Chinese where it says neither. */
function languageOf(args: readonly string[], variables: NodeJS.ProcessEnv): Language {
  const at = args.indexOf('--lang');
  const asked = at === -1 ? undefined : args[at + 1];
  const spoken = asked ?? variables['LC_ALL'] ?? variables['LC_MESSAGES'] ?? variables['LANG'] ?? '';
  return /^en\b|^en_/i.test(spoken) ? 'en' : 'zh';
}

function usage(language: Language): string {
  const width = Math.max(...commands.map((command) => command.usage.length)) + 2;
  const title = { zh: '用法：npm run banshi -- 命令 [--json] [--lang zh|en]', en: 'Usage: npm run banshi -- COMMAND [--json] [--lang zh|en]' };
  return [title[language], '', ...commands.map((command) => `  ${command.usage.padEnd(width)}${command.help[language]}`)].join('\n');
}
