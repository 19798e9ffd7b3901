import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { gql, graphql } from '../../providers/graphql.js';

export interface Label {
  key: string;
  title: string;
}
export interface IntentLabel extends Label {
  /** service, common or out-of-scope. */
  role: string;
  utterances: number;
}

const pageSize = 200;
const intentsDocument = gql`query IntentLabels($skip: Int!) {
  intents(skip: $skip, take: 200, sort: { field: "title", order: ASC }) { items { key title role utterances } totalItems }
}`;
const slotsDocument = gql`query SlotLabels($skip: Int!) {
  slots(skip: $skip, take: 200, sort: { field: "title", order: ASC }) { items { key title } totalItems }
}`;

async function all<T>(document: string, root: string, signal: AbortSignal): Promise<T[]> {
  const labels: T[] = [];
  for (;;) {
    const { items, totalItems } = (await graphql<Record<string, { items: T[]; totalItems: number }>>(document, { skip: labels.length }, signal))[root]!;
    labels.push(...items);
    if (items.length < pageSize || labels.length >= totalItems) return labels;
  }
}

const none: never[] = [];

export function useIntentLabels(): { intents: IntentLabel[]; titleOf: (key: string) => string; isPending: boolean } {
  const { data = none, isPending } = useQuery({ queryKey: ['labels', 'intents'], queryFn: ({ signal }) => all<IntentLabel>(intentsDocument, 'intents', signal) });
  const titles = useTitles(data);
  return { intents: data, titleOf: titles, isPending };
}

export function useSlotLabels(): { slots: Label[]; titleOf: (key: string) => string } {
  const { data = none } = useQuery({ queryKey: ['labels', 'slots'], queryFn: ({ signal }) => all<Label>(slotsDocument, 'slots', signal) });
  return { slots: data, titleOf: useTitles(data) };
}

/** Titles by key; a label that has been deleted since shows its key. */
function useTitles(labels: readonly Label[]): (key: string) => string {
  return useMemo(() => {
    const titles = new Map(labels.map(({ key, title }) => [key, title]));
    return (key: string) => titles.get(key) ?? key;
  }, [labels]);
}
