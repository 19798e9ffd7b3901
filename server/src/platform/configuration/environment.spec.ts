import { describe, expect, it } from 'vitest';
import { EnvironmentError, readEnvironment } from './environment.js';

function problemOf(variables: NodeJS.ProcessEnv): string {
  try {
    readEnvironment(variables);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message;
    throw error;
  }
  return '';
}

describe('environment', () => {
  it('has a default for everything', () => {
    expect(readEnvironment({})).toMatchObject({ port: 8080, host: '127.0.0.1', sample: true, databaseUrl: null, origin: null, logLevel: 'info', inferenceWorkers: 1, sessionHours: 12 });
    expect(readEnvironment({}).home).toMatch(/^\/.*\.banshi$/);
  });

  it('takes an empty variable for none', () => {
    expect(readEnvironment({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 8080, databaseUrl: null });
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['BANSHI_SAMPLE', 'yes'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['DATABASE_URL', 'localhost'],
    ['BANSHI_ORIGIN', 'javascript:alert(1)'],
    ['LOG_LEVEL', 'loud'],
    ['BANSHI_INFERENCE_WORKERS', '0'],
    ['BANSHI_SESSION_HOURS', '100000'],
  ])('refuses %s=%s in one line that names it', (name, value) => {
    const problem = problemOf({ [name]: value });
    expect(problem).toContain(`${name}:`);
    expect(problem).not.toContain('\n');
  });

  it('names every wrong variable at once', () => {
    expect(problemOf({ PORT: 'x', LOG_LEVEL: 'x' })).toMatch(/PORT: .*; LOG_LEVEL: /);
  });
});
