import type { BodyOf, KindName } from '@banshi/bundle';
import { fieldTitle, slotReferences } from '@banshi/forms';
import { leanOf } from '@banshi/values';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import type { InterpretView, SlotBinding, SlotFacts } from './interpretation.types.js';

/** Where contents are looked up; `BundleView` is one. */
export interface ContentLookup {
  keys(kind: KindName): readonly string[];
  get<K extends KindName>(kind: K, key: string): BodyOf<K> | null;
}

/** Makes what reading a text needs to know, from a bundle or from the drafts. */
@Injectable()
export class InterpretViewsService {
  /** Of a bundle. Made once for each and kept by the caller: a bundle never changes. */
  ofContents(contents: ContentLookup): InterpretView {
    const slots = contents.keys('slot').flatMap((key): SlotFacts[] => {
      const body = contents.get('slot', key);
      return body ? [slotFacts(key, body, (dictionary) => contents.get('dictionary', dictionary))] : [];
    });
    const bindings = new Map<string, SlotBinding[]>();
    return {
      intentTitle: (key) => contents.get('intent', key)?.title ?? null,
      slots,
      bindings: (intent) => {
        const known = bindings.get(intent);
        if (known) return known;
        const service = contents.get('intent', intent)?.service;
        const form = service ? contents.get('service', service)?.form : null;
        const found = bindingsOf(form ? contents.get('form', form) : null);
        bindings.set(intent, found);
        return found;
      },
    };
  }

  /** Of what administrators are editing. */
  async ofDrafts(ctx: RequestContext): Promise<InterpretView> {
    const items = await ctx.manager.query<{ kind: string; key: string; body: unknown }[]>(
      `SELECT i.kind, i.key, c.body FROM config_item i JOIN config_draft d ON d.item_id = i.id JOIN config_content c ON c.sha256 = d.sha256
        WHERE i.deleted_at IS NULL AND (i.kind IN ('intent', 'slot') OR (i.kind = 'dictionary' AND i.key IN (
          SELECT s.body ->> 'dictionary' FROM config_draft sd JOIN config_content s ON s.sha256 = sd.sha256 AND s.kind = 'slot')))`,
    );
    const bodies = new Map(items.map((item) => [`${item.kind}/${item.key}`, item.body]));
    const get = <K extends KindName>(kind: K, key: string) => (bodies.get(`${kind}/${key}`) ?? null) as BodyOf<K> | null;
    const slotKeys = items.filter((item) => item.kind === 'slot').map((item) => item.key);
    return {
      intentTitle: (key) => get('intent', key)?.title ?? null,
      slots: slotKeys.map((key) => slotFacts(key, get('slot', key)!, (dictionary) => get('dictionary', dictionary))),
      bindings: async (intent) => {
        const service = get('intent', intent)?.service;
        return service ? bindingsOf(await draftForm(ctx, service)) : [];
      },
    };
  }
}

const slotFacts = (key: string, body: BodyOf<'slot'>, dictionary: (key: string) => BodyOf<'dictionary'> | null): SlotFacts => {
  const entries = body.dictionary === null ? null : dictionary(body.dictionary)?.entries;
  return { key, title: body.title, type: body.type, ...(entries ? { entries } : {}) };
};

/** The fields of a form that slots fill, in the form's order, each with the side of today on which its dates lie. */
export function bindingsOf(form: BodyOf<'form'> | null): SlotBinding[] {
  if (!form) return [];
  return slotReferences(form)
    .filter(({ field }) => field !== '')
    .map(({ field, key }) => {
      const lean = leanOf(field, fieldTitle(form, field));
      return { field, slot: key, ...(lean && { lean }) };
    });
}

async function draftForm(ctx: RequestContext, service: string): Promise<BodyOf<'form'> | null> {
  const [row] = await ctx.manager.query<{ body: BodyOf<'form'> }[]>(
    `SELECT fc.body FROM config_item si JOIN config_draft sd ON sd.item_id = si.id JOIN config_content sc ON sc.sha256 = sd.sha256
       JOIN config_item fi ON fi.kind = 'form' AND fi.key = sc.body ->> 'form' AND fi.deleted_at IS NULL
       JOIN config_draft fd ON fd.item_id = fi.id JOIN config_content fc ON fc.sha256 = fd.sha256
      WHERE si.kind = 'service' AND si.key = $1 AND si.deleted_at IS NULL`,
    [service],
  );
  return row?.body ?? null;
}
