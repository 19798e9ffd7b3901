import type { ServiceBody } from '@banshi/bundle';
import { readValues, toUtf16Offset } from '@banshi/values';
import type { DialogWorld, Understanding } from '../dialog.types.js';

export interface ServiceMatch {
  key: string;
  /** 0–1: how much of what the text says is about the service. */
  score: number;
  /** Where the text begins to speak of it, UTF-16. */
  at: number;
}

interface Indexed {
  key: string;
  weights: Map<string, number>;
}

interface Index {
  services: Indexed[];
  /** In how many services a pair of characters stands. */
  spread: Map<string, number>;
}

/** One index for each bundle; a world is immutable and made anew for another bundle. */
const indexes = new WeakMap<DialogWorld, Index>();

const STOP =
  /我们?|您好?|你好?|请问|请|想要|想|需要|申请|申领|办理|办|申报|如何|怎么样?|怎样|什么|一下|可以|能不能|能|帮忙?|给|要|在哪里?|哪里|多少|多久|条件|材料|流程|手续|时间|地点|电话|费用|领取|领|个|的|了|吗|呢|吧|啊|和|与|还有|还|再|也|顺便|另外|先|后|是|有|做|去|来|咨询|问题|问|事项|事|身份证号码?|身份证|手机号码?|姓名|叫|本人|现在|今天|谢谢|不是|不/gu;

export function contentOf(text: string): string {
  return text.replace(/[^\p{Script=Han}A-Za-z]+/gu, ' ').replace(STOP, ' ');
}

function pairsOf(text: string): { pair: string; at: number }[] {
  const found: { pair: string; at: number }[] = [];
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    if (!/\s/u.test(pair)) found.push({ pair, at });
  }
  return found;
}

function fields({ title, summary, themes, guide }: ServiceBody): [text: string, weight: number][] {
  return [[title, 1], [summary, 0.9], [themes.join(' '), 0.6], [guide.faq.map(({ question }) => question).join(' '), 0.4], [guide.conditions, 0.3]];
}

function indexOf(world: DialogWorld): Index {
  const known = indexes.get(world);
  if (known) return known;
  const spread = new Map<string, number>();
  const services = world.serviceKeys().flatMap((key): Indexed[] => {
    const body = world.service(key);
    if (!body) return [];
    const weights = new Map<string, number>();
    for (const [text, weight] of fields(body)) for (const { pair } of pairsOf(text)) weights.set(pair, Math.max(weights.get(pair) ?? 0, weight));
    for (const pair of weights.keys()) spread.set(pair, (spread.get(pair) ?? 0) + 1);
    return [{ key, weights }];
  });
  const index = { services, spread };
  indexes.set(world, index);
  return index;
}

/** Longer than any sentence that says what somebody wants. */
const MAX_TEXT = 400;

/** The services that a text speaks of, by the rare pairs of characters that it shares with them; the best first. */
export function matchServices(world: DialogWorld, text: string, now: Date): ServiceMatch[] {
  const { services, spread } = indexOf(world);
  const head = text.slice(0, MAX_TEXT);
  const words = contentOf(withoutValues(head, now));
  const pairs = pairsOf(words);
  const rarity = (pair: string) => Math.log(1 + services.length / (spread.get(pair) ?? 0.5)) ;
  const known = pairs.filter(({ pair }) => spread.has(pair));
  const total = pairs.reduce((sum, { pair }) => sum + (spread.has(pair) ? rarity(pair) : 0.5), 0);
  if (known.length === 0 || total === 0) return [];
  const matches = services.flatMap(({ key, weights }): ServiceMatch[] => {
    const shared = known.filter(({ pair }) => weights.has(pair));
    const score = shared.reduce((sum, { pair }) => sum + rarity(pair) * weights.get(pair)!, 0) / total;
    const first = shared.map(({ pair }) => head.indexOf(pair)).filter((at) => at >= 0);
    return shared.length === 0 ? [] : [{ key, score, at: first.length > 0 ? Math.min(...first) : 0 }];
  });
  return matches.sort((a, b) => b.score - a.score || a.key.localeCompare(b.key));
}

function withoutValues(text: string, now: Date): string {
  let rest = text;
  for (const { start, end } of readValues(text, { now, kinds: ['address', 'person', 'organization', 'date', 'money', 'duration', 'age'] })) {
    const from = toUtf16Offset(text, start);
    const to = toUtf16Offset(text, end);
    rest = rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to);
  }
  return rest;
}

/** The services of the model's intents, each with its best confidence. */
export function intendedServices(world: DialogWorld, understanding: Understanding | null): { service: string; confidence: number; intent: string }[] {
  if (!understanding) return [];
  const found = new Map<string, { service: string; confidence: number; intent: string }>();
  for (const { key, confidence } of understanding.intents) {
    const service = world.intent(key)?.service;
    if (service && world.service(service) && (found.get(service)?.confidence ?? 0) < confidence) found.set(service, { service, confidence, intent: key });
  }
  return [...found.values()].sort((a, b) => b.confidence - a.confidence);
}

/** A word so short stands for a longer one. */
const MAX_SHORT = 4;

/** 社保 for 社会保障, 低保 for 最低生活保障: services where the characters of a short word stand near one another, in its order. */
export function abbreviatedServices(world: DialogWorld, text: string): string[] {
  const word = text.replace(/[\s，。！？!?、]/gu, '');
  if (!/^\p{Script=Han}+$/u.test(word) || word.length < 2 || word.length > MAX_SHORT) return [];
  const pattern = new RegExp([...word].join('.{0,3}'), 'u');
  const found = world.serviceKeys().flatMap((key) => {
    const body = world.service(key);
    const weight = body ? Math.max(0, ...fields(body).map(([words, one]) => (pattern.test(words) ? one : 0))) : 0;
    return weight > 0 ? [{ key, weight }] : [];
  });
  return found.sort((a, b) => b.weight - a.weight || a.key.localeCompare(b.key)).map(({ key }) => key);
}
