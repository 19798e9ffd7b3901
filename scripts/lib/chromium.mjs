import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { say } from './console.mjs';
import { aptInstall } from './privilege.mjs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of the browser suites: BANSHI_CHROMIUM or a usual place; null when there is none. */
export function findChromium() {
  return [process.env.BANSHI_CHROMIUM, ...PLACES].find((path) => path && existsSync(path)) ?? null;
}

/** Installs Chromium and Chinese fonts where we may; without them the browser suites are skipped, and say so. */
export function ensureChromium() {
  const missing = [...(findChromium() ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])];
  if (missing.length === 0) return;
  say(`正在安装 ${missing.join('、')}（浏览器测试用）`, `installing ${missing.join(', ')} for the browser suites`);
  if (aptInstall(missing)) return;
  say('无法安装浏览器或中文字体，浏览器测试将跳过', `${missing.join(', ')} cannot be installed (needs apt and root or passwordless sudo): browser suites are skipped`);
}

function hasChineseFont() {
  const result = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8', timeout: 30_000 });
  return result.status === 0 && result.stdout.trim() !== '';
}
