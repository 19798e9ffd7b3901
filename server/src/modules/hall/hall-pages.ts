import type { ServiceBody } from '@banshi/bundle';
import { searchPatterns, searchTextOf } from '../../platform/search/search-text.js';
import type { LoadedBundle } from '../release/bundles.service.js';

export interface ServiceCard {
  key: string;
  title: string;
  code: string;
  type: string;
  department: { key: string; title: string };
  audience: string[];
  themes: string[];
  summary: string;
  online: boolean;
}

export interface ServiceFilter {
  q?: string;
  department?: string;
  audience?: string;
  theme?: string;
  page: number;
  size: number;
}

interface IndexedCard {
  card: ServiceCard;
  search: string;
}

/** What the hall reads of a bundle. Immutable like the bundle, so each part is made once. */
export class HallPages {
  private readonly cards: IndexedCard[];

  /** @param departments Titles of departments by key. */
  constructor(
    readonly bundle: LoadedBundle,
    private readonly departments: ReadonlyMap<string, string>,
  ) {
    this.cards = bundle
      .keys('service')
      .map((key) => ({ key, body: bundle.get('service', key)! }))
      .map(({ key, body }) => ({ card: this.card(key, body), search: searchTextOf(body.title, body.code, key, ...body.themes) }))
      .sort((a, b) => a.card.title.localeCompare(b.card.title, 'zh-Hans-CN'));
  }

  services({ q, department, audience, theme, page, size }: ServiceFilter): { items: ServiceCard[]; total: number } {
    const words = searchPatterns(q ?? '').map((pattern) => pattern.slice(1, -1).replace(/\\([\\%_])/g, '$1'));
    const matching = this.cards.filter(
      ({ card, search }) =>
        (!department || card.department.key === department) &&
        (!audience || card.audience.includes(audience)) &&
        (!theme || card.themes.includes(theme)) &&
        words.every((word) => search.includes(word)),
    );
    return { items: matching.slice((page - 1) * size, page * size).map(({ card }) => card), total: matching.length };
  }

  service(key: string) {
    const body = this.bundle.get('service', key);
    return body && { ...this.card(key, body), guide: body.guide, form: body.form !== null && body.online };
  }

  /** The form as an applicant fills it: fields that the start of the workflow hides are left out by their access. */
  form(serviceKey: string) {
    const service = this.bundle.get('service', serviceKey);
    const form = service?.form ? this.bundle.get('form', service.form) : null;
    if (!service || !form) return null;
    const access = this.bundle.startAccess(service.workflow);
    return { key: service.form, title: form.title, description: form.description, schema: form.schema, layout: form.layout, access, dictionaries: this.dictionariesOf(form.schema) };
  }

  private dictionariesOf(schema: unknown): Record<string, { code: string; title: string; parent?: string }[]> {
    const keys = new Set([...JSON.stringify(schema).matchAll(/"x-dictionary":"([a-z0-9-]+)"/g)].map((match) => match[1]!));
    const entries = [...keys].map((key) => [key, (this.bundle.get('dictionary', key)?.entries ?? []).filter((entry) => !entry.disabled)] as const);
    return Object.fromEntries(entries);
  }

  private card(key: string, body: ServiceBody): ServiceCard {
    const { title, code, type, department, audience, themes, summary, online } = body;
    return { key, title, code, type, department: { key: department, title: this.departments.get(department) ?? department }, audience, themes, summary, online };
  }
}
