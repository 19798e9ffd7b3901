import type { Area, Command, Page } from './area.js';

const modules = import.meta.glob<{ default: Area }>('../*/index.ts', { eager: true });

/** Every area is found by its `index.ts`; nothing is registered by hand. */
export const areas: Area[] = Object.values(modules).map((module) => module.default);

export const pages: Page[] = areas.flatMap((area) => area.pages);
export const commands: Command[] = areas.flatMap((area) => area.commands ?? []);
export const resources = Object.assign({}, ...areas.map((area) => area.resources ?? {})) as NonNullable<Area['resources']>;

/** Whether a page stands at exactly this path. */
export const hasPage = (path: string): boolean => pages.some((page) => page.path === path);
