import { type BundleView, type Finding, findingText, placeLabel } from '@banshi/bundle';
import type { Language } from '../platform/actor/request-context.js';

/** A finding as the command line shows it; the same facts that the API gives. */
export function describeFinding(view: BundleView, finding: Finding, language: Language) {
  const { rule, severity, kind, key, path, element } = finding;
  return { rule, severity, kind, key, path, element: element ?? null, place: placeLabel(finding, view.get(kind, key))[language], ...findingText(finding, language) };
}

/** One line for a person: where, what, and how it is mended. */
export const findingLine = (finding: ReturnType<typeof describeFinding>): string =>
  `${finding.severity.toUpperCase().padEnd(7)} ${finding.kind}/${finding.key}${finding.place ? ` › ${finding.place}` : ''}: ${finding.message} ${finding.mend} [${finding.rule}]`;
