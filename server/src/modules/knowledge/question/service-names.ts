import type { ServiceBody } from '@banshi/bundle';
import { contentOf, pairsOf } from './content.js';
import { layWordsIn } from './lay-words.js';

export interface NamedService {
  key: string;
  /** 0–1: how much of what the words say the service's own words say too. */
  explained: number;
  /** Whether its name is among them, not its summary alone. */
  isNamed: boolean;
}

interface Indexed {
  key: string;
  name: ReadonlySet<string>;
  about: ReadonlySet<string>;
}

/** What a service is applied for with, and what every guide says. */
const doing = /申请|申领|申报|办理|领取|登记|报名|受理|发放|审批|审核|核定|办事|事项|业务|服务|手续/gu;

/** Finds the services that words are about. Immutable like the bundle that it is made from. */
export class ServiceNames {
  private readonly services: readonly Indexed[];
  private readonly spread = new Map<string, number>();

  constructor(services: readonly { key: string; body: ServiceBody; names: readonly string[] }[]) {
    this.services = services.map(({ key, body, names }) => {
      const name = new Set([body.title, ...names, ...nicknames(body)].flatMap((words) => pairsOf(words.replace(doing, ' '))));
      const about = new Set([...pairsOf(body.summary), ...body.themes.flatMap(pairsOf), ...pairsOf(body.title), ...pairsOf(body.guide.location)]);
      for (const pair of new Set([...name, ...about])) this.spread.set(pair, (this.spread.get(pair) ?? 0) + 1);
      return { key, name, about };
    });
  }

  /** Best first. `words` is a question without what it asks for: 如何申请低保 without 如何申请. */
  find(words: string): NamedService[] {
    const content = contentOf(words).replace(doing, ' ');
    const groups = groupsOf(content);
    const total = groups.reduce((sum, group) => sum + this.weight(group), 0);
    if (total === 0) return [];
    return this.services
      .map(({ key, name, about }) => {
        let explained = 0;
        let isNamed = false;
        for (const group of groups) {
          const byName = shareOf(group, name);
          explained += this.weight(group) * Math.max(byName, 0.8 * shareOf(group, about));
          isNamed ||= byName >= 0.5;
        }
        return { key, explained: explained / total, isNamed };
      })
      .filter(({ explained }) => explained > 0)
      .sort((a, b) => Number(b.isNamed) - Number(a.isNamed) || b.explained - a.explained || (a.key < b.key ? -1 : 1));
  }

  /** Whether nothing is left of words that could name a service. */
  isEmpty(words: string): boolean {
    return groupsOf(contentOf(words.replace(doing, ' ')).replace(doing, ' ')).length === 0;
  }

  private weight(group: readonly string[][]): number {
    const [said] = group;
    const rarity = said!.map((pair) => Math.log(1 + this.services.length / (this.spread.get(pair) ?? 0.8)));
    return rarity.reduce((sum, one) => sum + one, 0) / rarity.length * Math.sqrt(rarity.length);
  }
}

/** Words that mean one thing stand together: what was said, then what it is called. */
function groupsOf(content: string): string[][][] {
  const groups: string[][][] = [];
  let rest = content;
  for (const { said, meant } of layWordsIn(content)) {
    rest = rest.replaceAll(said, ' ');
    groups.push([pairsOf(said), pairsOf(meant)]);
  }
  for (const pair of pairsOf(rest)) if (pair.length > 1) groups.push([[pair]]);
  return groups;
}

const shareOf = (group: readonly string[][], known: ReadonlySet<string>) => Math.max(...group.map((pairs) => pairs.filter((pair) => known.has(pair)).length / Math.max(pairs.length, 1)));

/** 最低生活保障金（低保）: what a summary or a title puts in brackets is what people say. */
function nicknames({ title, summary }: ServiceBody): string[] {
  return [...`${title} ${summary}`.matchAll(/[（(]([\p{Script=Han}A-Za-z]{2,10})[）)]/gu)].map(([, inner]) => inner!);
}
