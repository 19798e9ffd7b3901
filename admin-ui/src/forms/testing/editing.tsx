import type { FormBody } from '@banshi/forms';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { type FC, type ReactNode, useState, useSyncExternalStore } from 'react';
import { I18nContextProvider, NotificationContextProvider } from 'react-admin';
import { MemoryRouter } from 'react-router-dom';
import { ConfigSession } from '../../providers/config-item/config-session.js';
import type { ConfigItem } from '../../providers/config-item/config-item.js';
import { replaceAt } from '../../providers/config-item/json-merge.js';
import type { EditedItem } from '../../providers/config-item/use-config-item.js';
import { i18nProvider } from '../../providers/i18n-provider.js';

/** What every component of a page stands in. */
export const Surroundings: FC<{ children: ReactNode; at?: string }> = ({ children, at = '/' }) => {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }));
  return (
    <MemoryRouter initialEntries={[at]}>
      <QueryClientProvider client={client}>
        <I18nContextProvider value={i18nProvider}>
          <NotificationContextProvider>{children}</NotificationContextProvider>
        </I18nContextProvider>
      </QueryClientProvider>
    </MemoryRouter>
  );
};

/** A draft being edited by the real session, whose saves succeed and go nowhere. */
export function session<T>(body: T): ConfigSession<T> {
  return new ConfigSession<T>({ rev: 1, body }, { save: async (rev) => ({ rev: rev + 1 }), storage: null, storageKey: '' });
}

export function editedOf<T>(edited: ConfigSession<T>, kind: string): EditedItem<T> {
  const state = edited.getState();
  const item = { id: '1', kind, key: 'sample', title: 'sample', findings: [], usedBy: [], uses: [], published: [], latestVersion: null, orgUnit: null, draft: { rev: state.rev, body: state.body, sha256: '', baseVersion: null, by: null, at: '2026-01-01T00:00:00Z', changed: false } };
  return {
    ...state,
    kind,
    key: 'sample',
    item: item as unknown as ConfigItem<T>,
    isReadOnly: false,
    isDirty: edited.isDirty(),
    change: edited.change.bind(edited),
    changeAt: (pointer: string, value: unknown, group = pointer) => edited.change((current) => replaceAt(current, pointer, value), group),
    undo: edited.undo.bind(edited),
    redo: edited.redo.bind(edited),
    flush: edited.flush.bind(edited),
    retry: edited.retry.bind(edited),
    resolve: edited.resolve.bind(edited),
    saveVersion: async () => undefined,
    restoreVersion: async () => undefined,
    discardDraft: async () => undefined,
  };
}

/** Renders an editor around a draft and gives the session, to read the body and to undo. */
export function renderEditor<T = FormBody>(kind: string, body: T, editor: (edited: EditedItem<T>) => ReactNode, at = '/') {
  const draft = session(body);
  const Editor: FC = () => {
    useSyncExternalStore(draft.subscribe, draft.getState);
    return <>{editor(editedOf(draft, kind))}</>;
  };
  const shown = render(
    <Surroundings at={at}>
      <Editor />
    </Surroundings>,
  );
  return { ...shown, draft, body: () => draft.getState().body };
}
