import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { searchPatterns, searchTextOf } from '../../platform/search/search-text.js';
import type { LoadedBundle } from '../release/bundles.service.js';

const maxHot = 6;
const maxMatches = 8;
const maxQuery = 100;
/** What was wanted longer ago says little of today. */
const hotDays = 30;
const hotMs = 60_000;

interface Candidate {
  text: string;
  search: string;
}

/** Questions that a citizen may want to ask: what is typed, completed from guides; and what many have wanted lately. */
@Injectable()
export class SuggestionsService {
  private readonly candidates = new WeakMap<LoadedBundle, Candidate[]>();
  private readonly hot = new WeakMap<LoadedBundle, { texts: string[]; at: number }>();

  async find(ctx: RequestContext, bundle: LoadedBundle, q: string): Promise<{ hot: string[]; matches: string[] }> {
    return { hot: await this.hotOf(ctx, bundle), matches: q.trim() === '' ? [] : this.matching(bundle, q.slice(0, maxQuery)) };
  }

  private matching(bundle: LoadedBundle, q: string): string[] {
    const words = searchPatterns(q).map((pattern) => pattern.slice(1, -1).replace(/\\([\\%_])/g, '$1'));
    const typed = words.join(' ');
    const rank = ({ text }: Candidate) => (text.toLowerCase().startsWith(typed) ? 0 : words.every((word) => text.toLowerCase().includes(word)) ? 1 : 2);
    const found = this.candidatesOf(bundle).filter(({ search }) => words.every((word) => search.includes(word)));
    return [...new Set(found.sort((a, b) => rank(a) - rank(b) || a.text.length - b.text.length).map(({ text }) => text))].slice(0, maxMatches);
  }

  private candidatesOf(bundle: LoadedBundle): Candidate[] {
    const known = this.candidates.get(bundle);
    if (known) return known;
    const texts = bundle.keys('service').flatMap((key) => {
      const { title, online, guide } = bundle.get('service', key)!;
      return [online ? `我要办理${title}` : title, `${title}怎么办理？`, `${title}需要哪些材料？`, `${title}多久能办好？`, ...guide.faq.map(({ question }) => question)];
    });
    const made = texts.map((text) => ({ text, search: searchTextOf(text) }));
    this.candidates.set(bundle, made);
    return made;
  }

  /** Services begun most often; where nobody has begun anything yet, the first that are handled online. */
  private async hotOf(ctx: RequestContext, bundle: LoadedBundle): Promise<string[]> {
    const known = this.hot.get(bundle);
    if (known && Date.now() - known.at < hotMs) return known.texts;
    const rows = await ctx.manager.query<{ service: string }[]>(
      `SELECT service FROM dialog_fact WHERE what = 'started' AND realm = 'hall' AND at > now() - make_interval(days => $1) GROUP BY service ORDER BY count(*) DESC, service LIMIT 20`,
      [hotDays],
    );
    const services = [...rows.map(({ service }) => service), ...bundle.keys('service')];
    const bodies = [...new Set(services)].flatMap((key) => bundle.get('service', key) ?? []);
    const texts = [...bodies.filter(({ online }) => online), ...bodies.filter(({ online }) => !online)].slice(0, maxHot).map(({ title }) => `${title}怎么办理？`);
    this.hot.set(bundle, { texts, at: Date.now() });
    return texts;
  }
}
