import type { Environment } from '../platform/configuration/environment.js';
import type { Language } from '../platform/actor/request-context.js';

export interface CommandInput {
  /** What follows the command's name, without options. */
  operands: string[];
  options: Readonly<Record<string, string | boolean | undefined>>;
  environment: Environment;
  /** A path as the caller means it: npm changes into the clone and remembers where it was called. */
  path(operand: string): string;
  language: Language;
}

export interface CommandOutput {
  /** For `--json`. */
  json: Record<string, unknown>;
  /** For people. */
  text: Record<Language, string>;
  exitCode: 0 | 1;
}

export interface Command {
  /** As it is typed: one or two words. */
  name: string;
  usage: string;
  help: Record<Language, string>;
  operands: number;
  options: Readonly<Record<string, 'string' | 'boolean'>>;
  run(input: CommandInput): Promise<CommandOutput>;
}
