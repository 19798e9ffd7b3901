import type { Finding } from './findings.js';
import type { KindName } from './kinds/bodies.js';

/** Where a finding is mended: a screen, the item in it, and the field or element to open. */
export interface FindingScreen {
  screen: KindName;
  /** Empty where the item does not exist yet, such as a model that is missing. */
  key: string;
  path: string;
  element?: string;
}

export function placeOf({ kind, key, path, element }: Finding): FindingScreen {
  return { screen: kind, key, path, ...(element === undefined ? {} : { element }) };
}
