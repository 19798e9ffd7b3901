/**
 * The menu entry that an address belongs to: the longest beginning of it, so that `/release/history` wins over `/release`.
 * A case that was opened from the inbox stays in the inbox.
 */
export function activePath(paths: readonly string[], { pathname, search }: { pathname: string; search: string }): string | undefined {
  if (pathname.startsWith('/cases/') && new URLSearchParams(search).has('task') && paths.includes('/tasks')) return '/tasks';
  return paths.filter((path) => pathname === path || (path !== '/' && pathname.startsWith(`${path}/`))).sort((a, b) => b.length - a.length)[0];
}
