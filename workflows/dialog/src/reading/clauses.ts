/** A clause of a text, with UTF-16 offsets. `isAsked` says that it asks or supposes something: then it states no value. */
export interface Clause {
  start: number;
  end: number;
  text: string;
  isQuestion: boolean;
  isSupposed: boolean;
}

const END = /[，。；！？!?;\n\r]|,(?!\d{3}(?:\D|$))/gu;
const ASKING =
  /[？?]$|[吗呢嘛么]$|怎么|怎样|如何|什么|啥|哪[里儿些个种]|在哪|多少|多久|多长|几[天个时点次]|能不能|可不可以|可以.{0,12}吗|能.{0,12}吗|要不要|需不需要|是不是|有没有|会不会|算不算|行不行|为何|^请问|^问一下|^想问|^咨询/u;
const SUPPOSING = /^(?:如果|要是|假如|假设|万一|比如|例如|譬如|倘若|若是?|听说|据说|听人说|网上说|新闻说|有人说)|的话$/u;

/** Cuts a text into its clauses. A mark of a question holds for its own clause alone. */
export function clausesOf(text: string): Clause[] {
  const found: Clause[] = [];
  let start = 0;
  const add = (end: number, mark: string) => {
    const piece = text.slice(start, end);
    if (piece.trim() !== '') found.push({ start, end, text: piece, isQuestion: ASKING.test(piece.trim() + (mark === '?' || mark === '？' ? '？' : '')), isSupposed: SUPPOSING.test(piece.trim()) });
  };
  for (const match of text.matchAll(END)) {
    add(match.index, match[0]);
    start = match.index + match[0].length;
  }
  add(text.length, '');
  return found;
}

export function isQuestionText(text: string): boolean {
  return clausesOf(text).some(({ isQuestion }) => isQuestion);
}
