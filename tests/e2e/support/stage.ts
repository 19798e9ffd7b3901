import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { startHall } from '../../../examples/hall/server.mjs';
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
  /** Where they go; the product itself unless said. */
  at?: string;
}

/** A running hall and a browser, for the people of one journey. */
export class Stage {
  private hall: SampleHallServer | null = null;
  private browser: Browser | null = null;
  private readonly people: Person[] = [];
  private readonly halls: { close: () => Promise<void> }[] = [];

  get server(): HallServer {
    return this.hall!.server;
  }

  async open(executablePath: string): Promise<void> {
    this.hall = await startSampleHall();
    this.browser = await chromium.launch({ executablePath, args: chromiumFlags });
  }

  async close(): Promise<void> {
    await this.browser?.close();
    for (const hall of this.halls) await hall.close();
    await this.hall?.remove();
    expect(this.people.flatMap(({ failures }) => failures)).toEqual([]);
  }

  passwordOf(username: string): string {
    return this.server.sample.logins.find((login) => login.username === username)!.password;
  }

  /** Signed in, in a browser of their own, where nobody has been before. */
  async person({ username, language = 'zh', phone = false, at = this.server.url }: PersonOptions): Promise<Person> {
    const options: BrowserContextOptions = { baseURL: at, locale: language === 'zh' ? 'zh-CN' : 'en-GB', timezoneId: 'Asia/Shanghai', viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 860 }, reducedMotion: 'reduce' };
    const context = await this.browser!.newContext(options);
    context.setDefaultTimeout(patienceMs);
    // A person's choice on this machine; without one the language that is kept with the person is shown.
    await context.addInitScript((locale) => localStorage.getItem('RaStorebanshi.locale') ?? localStorage.setItem('RaStorebanshi.locale', JSON.stringify(locale)), language);
    if (username) {
      const query = 'mutation($username: String!, $password: String!) { signIn(username: $username, password: $password) { id } }';
      const response = await context.request.post('/graphql', { headers: { 'x-banshi-csrf': '1', origin: this.server.url }, data: { query, variables: { username, password: this.passwordOf(username) } } });
      expect(await response.json()).toMatchObject({ data: { signIn: { id: expect.any(String) as string } } });
    }
    const person = new Person(await context.newPage(), context);
    this.people.push(person);
    return person;
  }

  /** The address of the example hall, a site of its own that embeds the assistant; `citizen` has signed in there. */
  async exampleHall(citizen: { id: string; name: string }): Promise<string> {
    const hall = await startHall({ banshi: this.server.url, key: this.server.sample.hallApiKey, citizen });
    this.halls.push(hall);
    return hall.url;
  }

  /** What everybody had before them when a step failed. */
  async photograph(name: string): Promise<void> {
    for (const [index, person] of this.people.entries()) await person.screenshot(`failed-${name}-${index + 1}`);
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
    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail') await stage.photograph(task.name.replaceAll(/[^\p{L}\d]+/gu, '-').slice(0, 40));
    });
    steps(stage);
  });
}
