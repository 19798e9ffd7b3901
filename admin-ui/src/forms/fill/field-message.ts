/** At the field its title need not be said again. */
export function withoutTitle(message: string, title: string): string {
  for (const mark of ['：', ': ']) {
    const at = message.indexOf(`${title}${mark}`);
    if (at >= 0) return message.slice(at + title.length + mark.length);
  }
  return message;
}
