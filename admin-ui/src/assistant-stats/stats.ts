import { gql } from '../providers/graphql.js';

export interface DayCount {
  /** ISO day. */
  day: string;
  sessions: number;
  withoutClerk: number;
  cases: number;
}
export interface FieldCount {
  service: { key: string; title: string };
  field: string;
  title: string;
  asked: number;
  filled: number;
  skipped: number;
  /** Conversations that went no further than this field. */
  left: number;
}
export interface DialogStatistics {
  sessions: number;
  withoutClerk: number;
  handedOver: number;
  cases: number;
  turnsPerCase: number | null;
  /** Fields that needed no question, of all that were filled; 0 to 1. */
  prefilledShare: number | null;
  days: DayCount[];
  dropOut: FieldCount[];
}

export const statisticsDocument = gql`query DialogStatistics($from: DateTime!, $to: DateTime!) {
  dialogStatistics(from: $from, to: $to) {
    sessions withoutClerk handedOver cases turnsPerCase prefilledShare
    days { day sessions withoutClerk cases }
    dropOut { service { key title } field title asked filled skipped left }
  }
}`;

/** Share of conversations that needed no clerk; null where there were none. */
export const shareWithoutClerk = ({ sessions, withoutClerk }: Pick<DayCount, 'sessions' | 'withoutClerk'>): number | null => (sessions === 0 ? null : withoutClerk / sessions);

/** Fields where conversations end, by how many of those who were asked went no further. */
export const worstFields = (fields: readonly FieldCount[]): FieldCount[] => fields.filter(({ asked, left }) => asked > 0 && left > 0).sort((a, b) => b.left / b.asked - a.left / a.asked || b.left - a.left);
