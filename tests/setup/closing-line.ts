import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/**
 * The one line that a pipeline can read whatever the reporter above it prints. Vitest may say more after its
 * reporters have finished, so under `npm test` the line goes to a file, and the script prints it last.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>, unhandledErrors: ReadonlyArray<SerializedError>): void {
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state] += 1;
      count.failed += Number(module.errors().length > 0);
      for (const suite of module.children.allSuites()) count.failed += Number(suite.errors().length > 0);
    }
    const skipped = count.skipped + count.pending;
    const line = `${count.passed} passed, ${count.failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
    const file = process.env['BANSHI_CLOSING_FILE'];
    if (file) writeFileSync(file, `${line}\n`);
    else console.log(`\n${line}`);
  }
}
