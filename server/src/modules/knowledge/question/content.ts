/** Turns of phrase that make a question of words and say nothing of what it is about. */
const asking =
  /请问一下|请问|想问一下|想问问|我想知道|想了解|咨询一下|问一下|麻烦|您好|你好|怎么样|怎么办理|怎么办|如何办理|咋办|怎么|怎样|如何|咋|什么时候|什么样|什么|哪些|哪里|哪儿|哪个|哪|多少|多久|几个|为什么|为何|是不是|是否|能不能|可不可以|可以|有没有|要不要|需不需要|需要|应该|应当|一下|我们|我的|我|你们|您|咱们|吗|呢|吧|啊|呀|嘛|的话|了|的|得|是|(?<![所拥国占持公])有(?![期限效关权])|要|想|(?<![智功])能(?!力)|(?<![社协议机商开大])会(?![议员计])|在|去|到(?![账期达])|给(?![予付])|被|把|(?<![签应绝])对(?![象方])|和|与|或|就|还|也|都|又|才|再|这个|那个|这|那|(?<!申)请|谁/gu;

/** What a question is about, its asking words blanked out. */
export const contentOf = (question: string) => question.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, ' ').replace(asking, ' ').replace(/\s+/gu, ' ').trim();

/** Neighbouring characters of each run, and Latin words and numbers as a whole; a lone character is its own. */
export function pairsOf(text: string): string[] {
  const pairs: string[] = [];
  for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+/gu)) {
    const characters = [...run];
    if (!/\p{Script=Han}/u.test(run) || characters.length === 1) pairs.push(run.slice(0, 40));
    else for (let at = 0; at + 1 < characters.length; at += 1) pairs.push(characters[at]! + characters[at + 1]!);
  }
  return pairs;
}
