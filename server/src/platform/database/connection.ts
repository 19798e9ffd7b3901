import type { DataSourceOptions } from 'typeorm';

type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }>;

/** Statements of requests end after this; jobs that need longer set their own limit. */
const statementTimeoutMs = 30_000;
/** Requests are short; more connections than this only queue inside PostgreSQL on a small machine. */
const poolSize = 12;

export function connectionOptions(url: string): PostgresOptions {
  return {
    type: 'postgres',
    url,
    synchronize: false,
    migrationsRun: false,
    migrationsTableName: 'migration',
    // A failed query would be printed with its parameters, which are people's data; what matters of it reaches our own log as an error.
    logging: false,
    poolSize,
    installExtensions: false,
    extra: { statement_timeout: statementTimeoutMs, application_name: 'banshi', keepAlive: true },
  };
}
