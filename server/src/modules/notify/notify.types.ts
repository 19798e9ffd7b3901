import type { RequestContext } from '../../platform/actor/request-context.js';

export const channelNames = ['webhook', 'email'] as const;
/** How a message leaves the product: to the hall's own system, which passes it on by SMS or chat, or by e-mail. In-app is always there. */
export type ChannelName = (typeof channelNames)[number];

export enum DeliveryState {
  PENDING = 'PENDING',
  SENDING = 'SENDING',
  DELIVERED = 'DELIVERED',
  FAILED = 'FAILED',
  SKIPPED = 'SKIPPED',
}

/** The realm of people who work here; recipients are their ids. All other realms are those of applicants. */
export const staffRealm = 'staff';

export interface Recipient {
  realm: string;
  /** Subject of an applicant's token, or id of a user. */
  id: string;
}

export interface NewNotification {
  recipient: Recipient;
  topic: string;
  /** A second notification with the key is never made. */
  dedupeKey: string;
  title: string;
  body: string;
  /** Where the hall or the back office should lead: a path, such as `/policies/KEY`. */
  link?: string | null;
  /** What leaves the hall instead, where the words are not for everybody's eyes. */
  outside?: { title: string; body: string };
  /** What the topic's owner wants to find again; no clear personal data. */
  facts?: Record<string, unknown>;
  channels?: readonly ChannelName[];
  /** Not before; for quiet hours. In-app is silent and shown at once. */
  notBefore?: Date | null;
}

/** What is about to leave. */
export interface DueDelivery {
  delivery: string;
  channel: ChannelName;
  notification: string;
  recipient: Recipient;
  title: string;
  body: string;
  link: string | null;
  topic: string;
  createdAt: Date;
  attempts: number;
}

/** What the owner of a topic says of a delivery just before it leaves. */
export type Preparation = { address: string | null; /** Last lines of a mail: how to get no more of them. */ footer?: string } | { skip: string };

/** Who owns a topic decides at the moment of sending whether, and whereto. Addresses are never kept with deliveries. */
export interface NotificationTopic {
  topic: string;
  prepare(ctx: RequestContext, due: readonly DueDelivery[]): Promise<ReadonlyMap<string, Preparation>>;
}
