import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';

/** Where the items of a kind are edited. */
const kindPaths: Record<string, string> = {
  service: '/services',
  form: '/forms',
  workflow: '/workflows',
  dictionary: '/dictionaries',
  policy: '/policies',
  faq: '/faqs',
  'dialog-test': '/dialog-tests',
  profile: '/profiles',
  intent: '/intents',
  slot: '/slots',
  model: '/models',
};

/** Route of an item's page, at a place inside it where one is named. A model is chosen, not edited, so it has one page for all. */
export function placeOf(kind: string, key: string, at?: string | null, element?: string | null): string {
  const base = kind === 'model' ? '/models' : `${kindPaths[kind] ?? `/${kind}`}/${encodeURIComponent(key)}`;
  const query = new URLSearchParams();
  if (at) query.set('at', at);
  if (element) query.set('element', element);
  return query.size > 0 ? `${base}?${query}` : base;
}

/** The place that the address asks for (`?at=` JSON Pointer, `?element=` BPMN id). */
export function usePlace(): { at: string | null; element: string | null } {
  const query = new URLSearchParams(useLocation().search);
  return { at: query.get('at'), element: query.get('element') };
}

/**
 * Brings the place of `?at=` into view: the element whose `data-at` is that pointer or its nearest ancestor.
 * Editors only have to put `data-at={pointer}` on what shows a value.
 */
export function useShowPlace(isReady: boolean): void {
  const { search, key } = useLocation();
  useEffect(() => {
    const at = new URLSearchParams(search).get('at');
    if (!isReady || !at) return;
    const timer = setTimeout(() => {
      const element = nearest(at);
      if (!element) return;
      element.scrollIntoView({ block: 'center' });
      element.dataset['flash'] = '';
      (element.querySelector<HTMLElement>('input, textarea, select, [tabindex], button') ?? element).focus({ preventScroll: true });
      setTimeout(() => delete element.dataset['flash'], 2_000);
    }, 50);
    return () => clearTimeout(timer);
  }, [isReady, search, key]);
}

function nearest(pointer: string): HTMLElement | null {
  for (let at = pointer; at; at = at.slice(0, at.lastIndexOf('/'))) {
    const element = document.querySelector<HTMLElement>(`[data-at="${CSS.escape(at)}"]`);
    if (element) return element;
  }
  return null;
}
