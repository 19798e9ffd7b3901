import { gql, graphql } from '../../providers/graphql.js';

const bodyDocument = gql`query ItemBody($kind: String!, $key: String!) { configItem(kind: $kind, key: $key) { key title draft { body } } }`;

/** The draft of an item, for pages that read another kind beside the one they edit; null for one that is not there. */
export async function readItemBody<T>(kind: string, key: string, signal: AbortSignal): Promise<{ key: string; title: string; body: T } | null> {
  const { configItem } = await graphql<{ configItem: { key: string; title: string; draft: { body: T } } | null }>(bodyDocument, { kind, key }, signal);
  return configItem && { key: configItem.key, title: configItem.title, body: configItem.draft.body };
}
