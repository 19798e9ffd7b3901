import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, errors, type Locator, type Page } from 'playwright-core';
import { expect } from 'vitest';

const pictures = join(import.meta.dirname, '..', '..', 'output', 'e2e');

/** Somebody in front of a browser of their own. */
export class Person {
  /** What the pages threw; a journey fails on any. */
  readonly failures: string[] = [];

  constructor(
    readonly page: Page,
    readonly context: BrowserContext,
  ) {
    page.on('pageerror', (error) => this.failures.push(String(error)));
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path);
  }

  button(name: string | RegExp, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** Waits until text stands on the page. */
  async sees(text: string | RegExp, within: Page | Locator = this.page): Promise<void> {
    await within.getByText(text).filter({ visible: true }).first().waitFor();
  }

  async hasNo(text: string | RegExp): Promise<boolean> {
    return (await this.page.getByText(text).filter({ visible: true }).count()) === 0;
  }

  /** Kept among the test's output. */
  async screenshot(name: string): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    await this.settled();
    await this.page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
  }

  /** Nothing that axe calls serious or critical. */
  async isAccessible(): Promise<void> {
    await this.settled();
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(grave.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.slice(0, 5).map(({ html }) => html.slice(0, 300)) }))).toEqual([]);
  }

  /** No request is running and nothing is shown in its stead (a bar that says how far something is stays); a page that polls is looked at as it stands. */
  async settled(): Promise<void> {
    await this.page.waitForLoadState('networkidle', { timeout: 10_000 }).catch((error: unknown) => {
      if (!(error instanceof errors.TimeoutError)) throw error;
    });
    await this.page.waitForFunction(() => !document.querySelector('[role=progressbar]:not([aria-valuenow]), .MuiSkeleton-root'), undefined, { timeout: 10_000 }).catch((error: unknown) => {
      if (!(error instanceof errors.TimeoutError)) throw error;
    });
  }
}
