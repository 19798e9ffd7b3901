import type { Finding } from '../findings.js';
import type { Guide, ServiceBody, TimeLimit } from './bodies.js';

/** Parts without which an applicant must ask at the counter. Fees and questions may well be none. */
const expectedParts = ['conditions', 'materials', 'steps', 'legalBasis', 'location', 'hours', 'consultPhone', 'results'] as const satisfies readonly (keyof Guide)[];

export function lintService(key: string, body: ServiceBody): Finding[] {
  const at = (rule: string, severity: Finding['severity'], path: string, params: Finding['params'] = {}): Finding => ({ rule, severity, kind: 'service', key, path, params });
  return [
    ...missingParts(body.guide).map((part) => at('service-guide-incomplete', 'info', `/guide/${part}`, { part })),
    ...lintLimits(body.guide, at),
    ...lintMaterials(body.guide, at),
    ...lintOnline(body, at),
  ];
}

type At = (rule: string, severity: Finding['severity'], path: string, params?: Finding['params']) => Finding;

function missingParts(guide: Guide): string[] {
  return expectedParts.filter((part) => {
    const value = guide[part];
    return typeof value === 'string' ? value.trim() === '' : value.length === 0;
  });
}

function lintLimits(guide: Guide, at: At): Finding[] {
  const { promisedLimit: promised, statutoryLimit: statutory } = guide;
  if (!promised || !statutory || !isLonger(promised, statutory)) return [];
  return [at('service-limit-over-statutory', 'warning', '/guide/promisedLimit', { promised: promised.amount, promisedUnit: promised.unit, statutory: statutory.amount, statutoryUnit: statutory.unit })];
}

/** Calendar days of a unit on average: five workdays are a week, a month has 30.4 days. */
const averageDays = { workday: 7 / 5, day: 1, month: 30.4 };
/** Holidays and short months move a limit by up to about a fifth; less is no difference between units. */
const unitSlack = 1.2;

function isLonger(a: TimeLimit, b: TimeLimit): boolean {
  if (a.unit === b.unit) return a.amount > b.amount;
  return a.amount * averageDays[a.unit] > b.amount * averageDays[b.unit] * unitSlack;
}

function lintMaterials(guide: Guide, at: At): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<string, number>();
  for (const [index, material] of guide.materials.entries()) {
    const first = seen.get(material.name);
    if (first !== undefined) findings.push(at('service-material-duplicate', 'warning', `/guide/materials/${index}/name`, { name: material.name, first: first + 1 }));
    else seen.set(material.name, index);
    if (material.necessity === 'conditional' && !material.condition?.trim()) {
      findings.push(at('service-material-condition-missing', 'warning', `/guide/materials/${index}/condition`, { name: material.name }));
    }
  }
  return findings;
}

function lintOnline(body: ServiceBody, at: At): Finding[] {
  if (!body.online) return [];
  const missing = (['form', 'workflow'] as const).filter((part) => body[part] === null);
  return missing.map((part) => at('service-online-incomplete', 'error', `/${part}`, { part }));
}
