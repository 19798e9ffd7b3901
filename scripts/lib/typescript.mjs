import { inRoot } from './paths.mjs';
import { runNode } from './run.mjs';

/** Runs a TypeScript program of the clone from source, workspaces included. */
export const runTypeScript = (file, args) => runNode(['--conditions=banshi-source', '--import', 'tsx', inRoot(file), ...args]);
