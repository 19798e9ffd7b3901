import { EnvironmentError, readEnvironment } from './platform/configuration/environment.js';
import { DomainError } from './platform/errors/domain-error.js';
import { log } from './platform/logging/log.js';
import { EmbeddedPostgresError } from './platform/postgres/postgres.errors.js';
import { startServer } from './start-server.js';

/** A second signal ends the process at once. */
function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'stopping');
          process.exit(1);
        },
      );
    });
  }
}

try {
  const starting = startServer(readEnvironment(process.env));
  // A signal during the start waits for it, so that no database is left running.
  stopOnSignal(async () => (await starting).stop());
  await starting;
} catch (error) {
  if (error instanceof EnvironmentError || error instanceof DomainError || error instanceof EmbeddedPostgresError) console.error(error.message);
  else console.error(error);
  process.exit(1);
}
