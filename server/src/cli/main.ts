import { writeSync } from 'node:fs';

// Standard output is for the result alone: it may be one JSON object that a program reads.
process.env['LOG_LEVEL'] = 'silent';
console.log = console.info = console.debug = console.error;

const { runCommand } = await import('./run-command.js');
const { stdout, stderr, exitCode } = await runCommand(process.argv.slice(2), process.env);
writeAll(1, stdout);
writeAll(2, stderr);
process.exit(exitCode);

/** To the end, also into a pipe, before the process exits. */
function writeAll(descriptor: number, text: string): void {
  for (let rest = Buffer.from(text); rest.length > 0; ) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}
