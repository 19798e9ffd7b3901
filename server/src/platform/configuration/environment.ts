import { resolve } from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
/** 32 bytes in base64 or hexadecimal digits; answered as the latter. */
const key = z.string().transform((value, check) => {
  const bytes = /^[0-9a-f]{64}$/i.test(value) ? Buffer.from(value, 'hex') : Buffer.from(value, 'base64');
  if (bytes.length !== 32) check.addIssue({ code: 'custom', message: 'must be 32 bytes in base64 or 64 hexadecimal digits' });
  return bytes.toString('hex');
});
const flag = z.enum(['0', '1']).transform((value) => value === '1');

/** Every environment variable that the server reads. `docs/configuration.md` lists the same. */
const schema = z.object({
  PORT: port.default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  BANSHI_HOME: z.string().min(1).default('.banshi'),
  BANSHI_SAMPLE: flag.default(true),
  /** One's own PostgreSQL; without it the embedded one is started. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Origin under which people reach the UI, when a proxy stands in front. */
  BANSHI_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  BANSHI_INFERENCE_WORKERS: z.coerce.number().int().min(1).max(64).default(1),
  BANSHI_SESSION_HOURS: z.coerce.number().int().min(1).max(720).default(12),
  /** Folder whose sub-folders may be registered as base models. */
  BANSHI_BASE_MODELS: z.string().min(1).optional(),
  /** Wraps the keys of encrypted personal data; without it a key file is made under BANSHI_HOME. */
  BANSHI_MASTER_KEY: key.optional(),
  /** The one before, until everything is wrapped by the present one. */
  BANSHI_MASTER_KEY_PREVIOUS: key.optional(),
  /** Hub or mirror that base models are fetched from by name. */
  BANSHI_HUB_URL: z.url({ protocol: /^https?$/ }).optional(),
  BANSHI_HUB_TOKEN: z.string().min(1).optional(),
  /** Interpreter with the trainer's requirements; without it an environment is made under BANSHI_HOME. */
  BANSHI_PYTHON: z.string().min(1).optional(),
  BANSHI_TRAINING_SLOTS: z.coerce.number().int().min(1).max(64).default(1),
  BANSHI_TRAINING_THREADS: z.coerce.number().int().min(1).max(256).optional(),
  /** Dashboard of an existing Ray cluster. */
  BANSHI_RAY_URL: z.url({ protocol: /^https?$/ }).optional(),
  BANSHI_RAY_TOKEN: z.string().min(1).optional(),
  /** Interpreter on the cluster's nodes that has the trainer's requirements. */
  BANSHI_RAY_PYTHON: z.string().min(1).default('python'),
  /** Address under which the cluster's nodes reach this server. */
  BANSHI_RAY_CALLBACK: z.url({ protocol: /^https?$/ }).optional(),
  /** OpenAI-compatible endpoint that puts answers into smoother words, such as http://127.0.0.1:8000/v1. */
  BANSHI_PHRASING_URL: z.url({ protocol: /^https?$/ }).optional(),
  BANSHI_PHRASING_MODEL: z.string().min(1).default('default'),
  BANSHI_PHRASING_KEY: z.string().min(1).optional(),
  BANSHI_PHRASING_TIMEOUT_MS: z.coerce.number().int().min(100).max(60_000).default(3_000),
  /** Hosts of webhooks and mail servers that may be private addresses, separated by commas. */
  BANSHI_NOTIFY_PRIVATE_HOSTS: z.string().optional(),
});

export interface RayEnvironment {
  url: string;
  token: string | null;
  python: string;
  callback: string | null;
}

export interface PhrasingEnvironment {
  url: string;
  model: string;
  key: string | null;
  timeoutMs: number;
}

export interface Environment {
  port: number;
  host: string;
  /** Absolute path of the folder that holds the database, blobs and models. */
  home: string;
  sample: boolean;
  databaseUrl: string | null;
  origin: string | null;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  inferenceWorkers: number;
  sessionHours: number;
  /** Absolute path; null where no folder may be registered from. */
  baseModels: string | null;
  hub: { url: string; token: string | null } | null;
  /** Interpreter to be used as it is; null where one is made. */
  python: string | null;
  /** Trainers at a time on processors of this machine, and threads of each (null: all processors). */
  training: { slots: number; threads: number | null };
  ray: RayEnvironment | null;
  /** Null where answers stay in the words of their sources. */
  phrasing: PhrasingEnvironment | null;
  /** Hosts to which notifications may go although they are in the house, in lower case. */
  notifyPrivateHosts: string[];
  /** Hexadecimal, the present one first; null where they are in a file under the home. */
  masterKeys: string[] | null;
  /** Whether this process runs operations; the command line leaves them to the server. */
  runsOperations: boolean;
}

export class EnvironmentError extends Error {}

/** Reads and checks the variables. Throws an EnvironmentError of one line that names the variable and what it may be. */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new EnvironmentError(`configuration: ${problems.join('; ')}`);
  }
  const e = parsed.data;
  return {
    port: e.PORT,
    host: e.HOST,
    home: resolve(e.BANSHI_HOME),
    sample: e.BANSHI_SAMPLE,
    databaseUrl: e.DATABASE_URL ?? null,
    origin: e.BANSHI_ORIGIN ?? null,
    logLevel: e.LOG_LEVEL,
    inferenceWorkers: e.BANSHI_INFERENCE_WORKERS,
    sessionHours: e.BANSHI_SESSION_HOURS,
    baseModels: e.BANSHI_BASE_MODELS ? resolve(e.BANSHI_BASE_MODELS) : null,
    hub: e.BANSHI_HUB_URL ? { url: withoutSlash(e.BANSHI_HUB_URL), token: e.BANSHI_HUB_TOKEN ?? null } : null,
    python: e.BANSHI_PYTHON ?? null,
    training: { slots: e.BANSHI_TRAINING_SLOTS, threads: e.BANSHI_TRAINING_THREADS ?? null },
    ray: e.BANSHI_RAY_URL ? { url: withoutSlash(e.BANSHI_RAY_URL), token: e.BANSHI_RAY_TOKEN ?? null, python: e.BANSHI_RAY_PYTHON, callback: e.BANSHI_RAY_CALLBACK ? withoutSlash(e.BANSHI_RAY_CALLBACK) : null } : null,
    phrasing: e.BANSHI_PHRASING_URL ? { url: withoutSlash(e.BANSHI_PHRASING_URL), model: e.BANSHI_PHRASING_MODEL, key: e.BANSHI_PHRASING_KEY ?? null, timeoutMs: e.BANSHI_PHRASING_TIMEOUT_MS } : null,
    notifyPrivateHosts: (e.BANSHI_NOTIFY_PRIVATE_HOSTS ?? '').split(',').map((host) => host.trim().toLowerCase()).filter(Boolean),
    masterKeys: e.BANSHI_MASTER_KEY ? [e.BANSHI_MASTER_KEY, ...(e.BANSHI_MASTER_KEY_PREVIOUS ? [e.BANSHI_MASTER_KEY_PREVIOUS] : [])] : null,
    runsOperations: true,
  };
}

const withoutSlash = (url: string) => url.replace(/\/+$/, '');
