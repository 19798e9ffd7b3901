import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { chromiumFlags, findChromium } from '../../setup/browser.js';
import type { HallServer } from './hall-server.js';
import { Person } from './person.js';
import { startSampleHall, type SampleHallServer } from './sample-database.js';

/** Longest wait for anything on a page; a machine under test is busy. */
const patienceMs = 30_000;

export interface PersonOptions {
  /** Null for somebody who has not signed in. */
  username: string | null;
  language?: 'zh' | 'en';
  phone?: boolean;
}

/** A running hall and a browser, for the people of one journey. */
export class Stage {
  private hall: SampleHallServer | null = null;
  private browser: Browser | null = null;
  private readonly people: Person[] = [];

  get server(): HallServer {
    return this.hall!.server;
  }

  async open(executablePath: string): Promise<void> {
    this.hall = await startSampleHall();
    this.browser = await chromium.launch({ executablePath, args: chromiumFlags });
  }

  async close(): Promise<void> {
    await this.browser?.close();
    await this.hall?.remove();
    expect(this.people.flatMap(({ failures }) => failures)).toEqual([]);
  }

  /** Signed in, in a browser of their own, where nobody has been before. */
  async person({ username, language = 'zh', phone = false }: PersonOptions): Promise<Person> {
    const options: BrowserContextOptions = { baseURL: this.server.url, locale: language === 'zh' ? 'zh-CN' : 'en-GB', timezoneId: 'Asia/Shanghai', viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 860 }, reducedMotion: 'reduce' };
    const context = await this.browser!.newContext(options);
    context.setDefaultTimeout(patienceMs);
    if (username) {
      const { password } = this.server.sample.logins.find((login) => login.username === username)!;
      const query = 'mutation($username: String!, $password: String!) { signIn(username: $username, password: $password) { id } }';
      const response = await context.request.post('/graphql', { headers: { 'x-banshi-csrf': '1', origin: this.server.url }, data: { query, variables: { username, password } } });
      expect(await response.json()).toMatchObject({ data: { signIn: { id: expect.any(String) as string } } });
    }
    const person = new Person(await context.newPage(), context);
    this.people.push(person);
    return person;
  }

  /** What the hall reads from `/hall/v1`. */
  readHall(path: string): Promise<Response> {
    return fetch(`${this.server.url}/hall/v1${path}`, { headers: { authorization: `Bearer ${this.server.sample.hallApiKey}` } });
  }
}

/** A suite in a real browser, over a sample hall of its own; skipped where no Chromium is installed. */
export function journey(title: string, steps: (stage: Stage) => void): void {
  const executable = findChromium();
  describe.skipIf(!executable)(executable ? title : `${title} (skipped: no Chromium; install Debian's chromium or set BANSHI_CHROMIUM)`, () => {
    const stage = new Stage();
    beforeAll(() => stage.open(executable!));
    afterAll(() => stage.close());
    steps(stage);
  });
}
