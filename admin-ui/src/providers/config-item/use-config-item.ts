import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { ApiError, graphql } from '../graphql.js';
import { useCan, useMe } from '../use-me.js';
import {
  configItemDocument,
  discardDraftDocument,
  restoreVersionDocument,
  saveDraftDocument,
  saveVersionDocument,
  type ConfigItem,
} from './config-item.js';
import { ConfigSession, type SessionState } from './config-session.js';
import { replaceAt } from './json-merge.js';

/** A draft being edited: what the page shows and what it may do. */
export interface EditedItem<T> extends SessionState<T> {
  kind: string;
  key: string;
  /** The item as the server last gave it: chips, findings, users, versions. Its body may be older than `body`. */
  item: ConfigItem<T>;
  /** Whether the person may change it at all. */
  isReadOnly: boolean;
  isDirty: boolean;
  /** Replaces the body, or the part at a JSON Pointer. Changes of one `group` in quick succession are undone together. */
  change: (next: T | ((body: T) => T), group?: string) => void;
  changeAt: (pointer: string, value: unknown, group?: string) => void;
  undo: () => void;
  redo: () => void;
  flush: () => Promise<void>;
  retry: () => void;
  /** Ends a conflict with the body that shall stand. */
  resolve: (body: T) => void;
  saveVersion: (note: string) => Promise<void>;
  restoreVersion: (n: number) => Promise<void>;
  discardDraft: () => Promise<void>;
}

export type ConfigItemResult<T> = { state: 'loading' } | { state: 'failed'; error: ApiError; retry: () => void } | { state: 'ready'; edited: EditedItem<T> };

/**
 * The one way in which any kind's page edits a draft: loads it, saves it by itself, keeps an unsaved copy through reload
 * and lost connection, undoes, and meets another person's change. Keep it in the page and hand `edited` down.
 */
export function useConfigItem<T>(kind: string, key: string): ConfigItemResult<T> {
  const query = useQuery<ConfigItem<T>, ApiError>({
    queryKey: ['configItem', kind, key],
    queryFn: async ({ signal }) => {
      const { configItem } = await graphql<{ configItem: ConfigItem<T> | null }>(configItemDocument, { kind, key }, signal);
      if (!configItem) throw new ApiError('NOT_FOUND', key);
      return configItem;
    },
    refetchOnWindowFocus: false,
  });
  const session = useSession<T>(kind, key, query.data ?? null);
  const edited = useEdited<T>(kind, key, query.data ?? null, session);

  if (edited) return { state: 'ready', edited };
  if (query.error) return { state: 'failed', error: query.error, retry: () => void query.refetch() };
  return { state: 'loading' };
}

function useSession<T>(kind: string, key: string, item: ConfigItem<T> | null): ConfigSession<T> | null {
  const client = useQueryClient();
  const [session, setSession] = useState<{ of: string; session: ConfigSession<T> } | null>(null);
  const name = `${kind}/${key}`;
  const loaded = useRef(item);
  loaded.current = item;
  const isLoaded = item !== null;
  const owner = useMe()?.id;

  useEffect(() => {
    const first = loaded.current;
    if (!first || !owner) return;
    const created = new ConfigSession<T>(first.draft, {
      storage: window.sessionStorage,
      // A person's own: whoever signs in after him in this window does not save his words as theirs.
      storageKey: `banshi.unsaved.${owner}.${name}`,
      save: async (rev, body) => {
        const { saveDraft } = await graphql<{ saveDraft: ConfigItem<T> }>(saveDraftDocument, { input: { kind, key, rev, body } });
        client.setQueryData(['configItem', kind, key], saveDraft);
        return saveDraft.draft;
      },
    });
    setSession({ of: name, session: created });
    const warn = (event: BeforeUnloadEvent) => {
      if (created.isDirty()) event.preventDefault();
    };
    const online = () => created.retry();
    window.addEventListener('beforeunload', warn);
    window.addEventListener('online', online);
    return () => {
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('online', online);
      created.close();
    };
  }, [kind, key, name, isLoaded, owner, client]);

  return session?.of === name ? session.session : null;
}

const nothing = () => () => undefined;

function useEdited<T>(kind: string, key: string, item: ConfigItem<T> | null, session: ConfigSession<T> | null): EditedItem<T> | null {
  const client = useQueryClient();
  const mayWrite = useCan().can('config.write');
  // The permission may hold for other departments only.
  const isReadOnly = !mayWrite || item?.canEdit === false;
  const state = useSyncExternalStore(session?.subscribe ?? nothing, () => session?.getState() ?? null);

  const actions = useMemo(() => {
    if (!session) return null;
    /** Runs a mutation that changes the draft at the server, on top of everything typed so far. */
    const change = async (document: string, input: Record<string, unknown>) => {
      await session.flush();
      if (session.isDirty()) throw session.getState().error ?? new ApiError('CONFLICT', key);
      const data = await graphql<Record<string, ConfigItem<T>>>(document, { input: { kind, key, rev: session.getState().rev, ...input } });
      const next = Object.values(data)[0]!;
      client.setQueryData(['configItem', kind, key], next);
      void client.invalidateQueries({ queryKey: ['graphql'] });
      session.adopt(next.draft);
    };
    return {
      change: session.change.bind(session),
      changeAt: (pointer: string, value: unknown, group = pointer) => session.change((body) => replaceAt(body, pointer, value), group),
      undo: session.undo.bind(session),
      redo: session.redo.bind(session),
      flush: session.flush.bind(session),
      retry: session.retry.bind(session),
      resolve: session.resolve.bind(session),
      saveVersion: (note: string) => change(saveVersionDocument, { note }),
      restoreVersion: (n: number) => change(restoreVersionDocument, { n }),
      discardDraft: () => change(discardDraftDocument, {}),
    };
  }, [session, client, kind, key]);

  return useMemo(
    () => (item && session && state && actions ? { kind, key, item, isReadOnly, isDirty: session.isDirty(), ...state, ...actions } : null),
    [item, session, state, actions, kind, key, isReadOnly],
  );
}
