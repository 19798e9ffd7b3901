/** A number. `about` says that the text does (约, 近, 多, 三四百); then `upper`, where there is one, is the other end. */
export interface NumberValue {
  number: number;
  about: boolean;
  upper?: number;
}

/** A range; null is no limit. */
export interface RangeValue {
  min: number | null;
  max: number | null;
  includesMin: boolean;
  includesMax: boolean;
}

/** `amount` is a plain decimal; `fen` the same in 分 for renminbi, null for another currency or what is finer than 分. */
export interface MoneyValue {
  currency: string;
  amount: string;
  fen: number | null;
  about: boolean;
  /** The upper end of 三四百元, in the same currency. */
  upper?: string;
}

export interface MoneyRangeValue {
  currency: string;
  min: string | null;
  max: string | null;
  includesMin: boolean;
  includesMax: boolean;
}

export type DatePrecision = 'day' | 'week' | 'weekend' | 'ten-days' | 'month' | 'season' | 'quarter' | 'half' | 'year' | 'decade' | 'days';

/** A day or a period; `start` and `end` are its first and last day (ISO 8601), both included. */
export interface DateValue {
  start: string;
  end: string;
  precision: DatePrecision;
  /** The text said it in the lunar calendar. */
  lunar?: boolean;
}

/** From the first day of `from` to the last day of `to`; null is open. A limit that is not included says so. */
export interface DateRangeValue {
  from: DateValue | null;
  to: DateValue | null;
  includesFrom: boolean;
  includesTo: boolean;
}

/** A time of day, 'HH:MM' or 'HH:MM:SS'. 24:00 is the end of the day. */
export interface TimeValue {
  time: string;
}

/** A stretch of the day; where `end` is not later than `start` it runs into the next day. Null is open. */
export interface TimeRangeValue {
  start: string | null;
  end: string | null;
  includesStart?: boolean;
  includesEnd?: boolean;
}

/** A moment on China's wall clock: 'YYYY-MM-DDTHH:MM' or with seconds. */
export interface DateTimeValue {
  at: string;
}

export interface DateTimeRangeValue {
  start: string | null;
  end: string | null;
}

/** A length of time; a part may be a fraction (三年半). Working days are not days: they need a calendar to be counted. */
export interface DurationValue {
  years?: number;
  months?: number;
  weeks?: number;
  days?: number;
  workingDays?: number;
  hours?: number;
  minutes?: number;
  seconds?: number;
  about?: boolean;
}

/** An age; `full` for 周岁, the only count that the law knows. */
export interface AgeValue {
  amount: number;
  unit: 'year' | 'month' | 'week' | 'day';
  full: boolean;
}

/** What comes again and again: `every` an ISO 8601 duration, or a weekday, month day, with a time where one is said. */
export interface RecurrenceValue {
  every: string;
  on?: string;
  at?: string;
}

export interface AddressValue {
  /** Six digits of GB/T 2260, the smallest division that the text names; null when it names none. */
  code: string | null;
  /** That division from the province down. */
  division: string;
  /** Street, house, room: what follows the division. */
  rest: string;
}

/** What each kind of value holds. Identifiers hold themselves, without blanks and dashes. */
export interface ValueOfKind {
  number: NumberValue;
  'number-range': RangeValue;
  ordinal: { number: number };
  percent: NumberValue;
  money: MoneyValue;
  'money-range': MoneyRangeValue;
  /** The name of a currency without an amount, as its ISO 4217 code. */
  currency: string;
  date: DateValue;
  'date-range': DateRangeValue;
  time: TimeValue;
  'time-range': TimeRangeValue;
  datetime: DateTimeValue;
  'datetime-range': DateTimeRangeValue;
  duration: DurationValue;
  age: AgeValue;
  recurrence: RecurrenceValue;
  mobile: string;
  phone: string;
  'resident-id': string;
  'credit-code': string;
  plate: string;
  'bank-card': string;
  postcode: string;
  email: string;
  address: AddressValue;
  person: string;
  organization: string;
}
