/** What a person has shown or said that he cares about. */
export interface Interests {
  /** Subscribed to. */
  themes: readonly string[];
  services: readonly string[];
  /** Services of his cases. */
  usedServices: readonly string[];
  /** Policies that he has read, with their themes. */
  read: readonly { key: string; title: string; themes: readonly string[] }[];
}

export type InterestSignal =
  | { type: 'theme'; theme: string }
  | { type: 'service'; service: string }
  | { type: 'used'; service: string }
  | { type: 'read'; policy: string; title: string; theme: string };

/** The signals that tie a policy to a person's interests and history, the strongest first: asked for, then done, then read. */
export function interestSignals(policy: { key: string; themes: readonly string[]; services: readonly string[] }, interests: Interests): InterestSignal[] {
  const themes = new Set(policy.themes);
  const services = new Set(policy.services);
  const read = interests.read.filter(({ key }) => key !== policy.key).flatMap((one): InterestSignal[] => {
    const theme = one.themes.find((name) => themes.has(name));
    return theme === undefined ? [] : [{ type: 'read', policy: one.key, title: one.title, theme }];
  });
  return [
    ...interests.themes.filter((theme) => themes.has(theme)).map((theme): InterestSignal => ({ type: 'theme', theme })),
    ...interests.services.filter((service) => services.has(service)).map((service): InterestSignal => ({ type: 'service', service })),
    ...[...new Set(interests.usedServices)].filter((service) => services.has(service)).map((service): InterestSignal => ({ type: 'used', service })),
    ...read,
  ];
}

/** A signal in words, to the person or about him. */
export function interestText(signal: InterestSignal, serviceTitle: (key: string) => string, language: 'zh' | 'en', isAboutOther = false): string {
  const isChinese = language === 'zh';
  const who = isChinese ? (isAboutOther ? '' : '您') : isAboutOther ? 'Has' : 'You have';
  switch (signal.type) {
    case 'theme':
      return isChinese ? `${who}关注了“${signal.theme}”` : `${isAboutOther ? 'Follows' : 'You follow'} “${signal.theme}”`;
    case 'service':
      return isChinese ? `${who}关注了事项“${serviceTitle(signal.service)}”` : `${isAboutOther ? 'Follows' : 'You follow'} the service “${serviceTitle(signal.service)}”`;
    case 'used':
      return isChinese ? `${who}办理过“${serviceTitle(signal.service)}”` : `${who} applied for “${serviceTitle(signal.service)}”`;
    case 'read':
      return isChinese ? `${who}看过同属“${signal.theme}”的《${signal.title}》` : `${who} read “${signal.title}”, also about “${signal.theme}”`;
  }
}
