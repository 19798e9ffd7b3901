export type PostgresErrorCode =
  | 'UNSUPPORTED_PLATFORM'
  | 'NO_ACCOUNT'
  | 'HOME_IN_USE'
  | 'HOME_IS_A_COPY'
  | 'PASSWORD_LOST'
  | 'NOT_OURS'
  | 'INIT_FAILED'
  | 'START_FAILED'
  | 'STOP_FAILED';

/** Why the embedded PostgreSQL cannot run. The message is one line meant for the operator's terminal. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  constructor(
    readonly code: PostgresErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
