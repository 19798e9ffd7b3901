import { existsSync } from 'node:fs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser that `npm test` found or installed; null where there is none: browser suites then skip. */
export function findChromium(): string | null {
  return [process.env['BANSHI_CHROMIUM'], ...places].find((path) => path && existsSync(path)) ?? null;
}

/** Flags for headless Chromium that neither needs a sandbox nor talks to anybody but our server. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
