/** `/schema/properties/idNumber/x-slot` → `idNumber`; fields of a table are joined by a dot. */
export function fieldOfPath(path: string): string {
  const names = [...path.matchAll(/\/properties\/([^/]+)/g)].map(([, name]) => name!.replaceAll('~1', '/').replaceAll('~0', '~'));
  return names.length > 0 ? names.join('.') : path;
}
