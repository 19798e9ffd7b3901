import type { ComponentType } from 'react';
import type { ResourceDocuments } from '../providers/data-provider.js';

/** One page at a route. Give `component` as `lazy(() => import(...))`, so that it costs nothing until it is opened. */
export interface Page {
  /** Route pattern, such as `/forms/:key`. */
  path: string;
  component: ComponentType;
  /** The permission that it demands; without one, being signed in is enough. */
  permission?: string;
  /** Shown without top bar and menu. */
  bare?: boolean;
}

/** A thing to do from anywhere (Ctrl-K). */
export interface Command {
  /** i18n key of what it says. */
  label: string;
  /** Where it leads. */
  path: string;
  permission?: string;
}

/** One folder under `src`: what it adds to the application. Its `index.ts` exports one of these as default. */
export interface Area {
  resources?: Record<string, ResourceDocuments>;
  pages: Page[];
  commands?: Command[];
}

export const defineArea = (area: Area): Area => area;
