import type { DialogWorld, Understanding } from '../dialog.types.js';
import { clausesOf } from '../reading/clauses.js';
import { abbreviatedServices, contentOf, intendedServices, matchServices } from './match-services.js';

/** What a text wants of the hall: services for sure, in the order of the text, or a choice of some. */
export interface WantedServices {
  sure: string[];
  unsure: string[];
}

/** Confident enough to act upon; below it the citizen is asked. Shares of one text's weight, not probabilities. */
const SURE = 0.55;
const POSSIBLE = 0.28;
/** How far the best must stand above the second. */
const LEAD = 1.5;
const SURE_MODEL = 0.7;
const POSSIBLE_MODEL = 0.25;

/** Longer than any sentence that says what somebody wants. */
const MAX_TEXT = 400;

const WANTING = /(?<!代)办|申请|申领|领取|报销|登记|报名|补办|换领|要|想|需要|预约|注销|变更|开具|取消|投靠|落户|休学/u;
const JOINING = /[，。；,;]|还有|还要|还想|另外|顺便|以及|和|再|同时|并且/u;

/** Reads each part of a text by itself, so that 办社保卡，还要办居住证 is two wishes. */
export function wantedServices(world: DialogWorld, text: string, understanding: Understanding | null, now: Date): WantedServices {
  const titles = titled(world, text);
  // What is named in full is taken out, so that it lends no words to others.
  const rest = titles.reduce((left, { at, end }) => left.slice(0, at) + '，'.repeat(end - at) + left.slice(end), text.slice(0, MAX_TEXT));
  const parts = rest.split(JOINING).filter((part) => contentOf(part).trim() !== '');
  const sure = titles.map(({ key }) => key);
  const unsure: string[] = [];
  const wishes = parts.filter((part) => WANTING.test(part));
  // 退休金，谢谢 has no verb; beside a wish what has none tells the citizen's story.
  for (const part of wishes.length > 0 || titles.length > 0 ? wishes : parts.slice(0, 2)) {
    const matches = matchServices(world, part, now);
    const [best, second] = matches;
    if (!best || best.score < POSSIBLE) continue;
    const leads = !second || best.score >= second.score * LEAD;
    if (best.score >= SURE && leads) sure.push(best.key);
    else unsure.push(...matches.filter(({ score }) => score >= Math.max(POSSIBLE, best.score / LEAD)).map(({ key }) => key));
  }
  if (sure.length + unsure.length === 0) unsure.push(...abbreviatedServices(world, text));
  return titles.length > 0 ? { sure: unique(sure), unsure: [] } : withModel(world, unique(sure), unique(unsure), understanding);
}

/** A title, word for word, leaves no doubt; of titles inside one another the longest counts. */
function titled(world: DialogWorld, text: string): { key: string; at: number; end: number }[] {
  const found = world.serviceKeys().flatMap((key) => {
    const title = world.service(key)?.title ?? '';
    const at = title.length >= 2 ? text.indexOf(title) : -1;
    return at < 0 ? [] : [{ key, at, end: at + title.length }];
  });
  return found.filter((one) => !found.some((other) => other !== one && other.at <= one.at && other.end >= one.end)).sort((a, b) => a.at - b.at);
}

/** The model decides where words leave a doubt, and adds what they do not say. */
function withModel(world: DialogWorld, sure: string[], unsure: string[], understanding: Understanding | null): WantedServices {
  const intended = intendedServices(world, understanding);
  const [best, second] = intended;
  if (!best || understanding?.outOfScope) return { sure, unsure };
  const isClear = best.confidence >= SURE_MODEL && (!second || second.confidence < POSSIBLE_MODEL);
  if (isClear && sure.length === 0) return { sure: [best.service], unsure: [] };
  if (isClear && sure.length === 1 && sure[0] !== best.service) return { sure: [], unsure: [sure[0]!, best.service] };
  if (sure.length > 0) return { sure, unsure };
  const possible = intended.filter(({ confidence }) => confidence >= POSSIBLE_MODEL).map(({ service }) => service);
  return { sure, unsure: unique([...possible, ...unsure]) };
}

export function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}

/** Whether a clause of the text wants something done, rather than asks about it. */
export function isWish(text: string): boolean {
  return clausesOf(text).some((clause) => !clause.isQuestion && WANTING.test(clause.text)) || /我(?:要|想|需要)(?:办|申请|申领|领)/u.test(text);
}
