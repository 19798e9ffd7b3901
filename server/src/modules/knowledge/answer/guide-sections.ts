import type { Material, ServiceBody, TimeLimit } from '@banshi/bundle';
import type { AnswerSection, GuidePart } from '@banshi/dialog';
import { formatFen } from '@banshi/values';

type Language = 'zh' | 'en';
type Pair = readonly [zh: string, en: string];

const titles: Record<GuidePart, Pair> = {
  conditions: ['办理条件', 'Conditions'],
  materials: ['申请材料', 'Materials'],
  steps: ['办理流程', 'Steps'],
  'time-limit': ['办理时限', 'Time limit'],
  fees: ['收费', 'Fees'],
  'legal-basis': ['设定依据', 'Legal basis'],
  location: ['办理地点', 'Place'],
  hours: ['办理时间', 'Opening hours'],
  phone: ['电话', 'Phone'],
  results: ['办理结果', 'Results'],
  summary: ['简介', 'Summary'],
};

const units: Record<TimeLimit['unit'], Pair> = { workday: ['个工作日', 'working days'], day: ['天', 'days'], month: ['个月', 'months'] };
const forms: Record<Material['form'], Pair> = { original: ['原件', 'original'], copy: ['复印件', 'copy'], both: ['原件和复印件', 'original and copy'], electronic: ['电子件', 'electronic'] };
const words = {
  promised: ['承诺时限', 'Promised'],
  statutory: ['法定时限', 'Statutory'],
  immediately: ['当场办结', 'On the spot'],
  optional: ['可以不交', 'optional'],
  noFees: ['指南中没有收费项目。', 'The guide lists no fees.'],
  consult: ['咨询电话', 'Enquiries'],
  complaint: ['监督投诉电话', 'Complaints'],
} as const satisfies Record<string, Pair>;

/** One part of a guide in the words of who wrote it; null where it says nothing of it. */
export function guideSection(part: GuidePart, { guide, summary }: Pick<ServiceBody, 'guide' | 'summary'>, language: Language): AnswerSection | null {
  const say = (pair: Pair) => pair[language === 'zh' ? 0 : 1];
  const limit = (time: TimeLimit) => (time.amount === 0 ? say(words.immediately) : `${time.amount}${language === 'zh' ? '' : ' '}${say(units[time.unit])}`) + (time.note ? `（${time.note}）` : '');
  const material = ({ name, copies, form, necessity, condition, sample }: Material) => {
    const remarks = [`${say(forms[form])}${copies > 0 ? (language === 'zh' ? ` ${copies} 份` : ` × ${copies}`) : ''}`, necessity === 'optional' ? say(words.optional) : '', condition ?? '', sample ?? ''];
    return `${name}（${remarks.map((remark) => remark.replace(/。$/u, '')).filter(Boolean).join('；')}）`;
  };
  const lines: Record<GuidePart, () => string[]> = {
    conditions: () => guide.conditions.split('\n'),
    materials: () => guide.materials.map(material),
    steps: () => guide.steps.map(({ title, detail }) => (detail === '' ? title : `${title}：${detail}`)),
    'time-limit': () => [guide.promisedLimit && `${say(words.promised)}：${limit(guide.promisedLimit)}`, guide.statutoryLimit && `${say(words.statutory)}：${limit(guide.statutoryLimit)}`].filter((line) => line !== null),
    fees: () => (guide.fees.length === 0 ? [say(words.noFees)] : guide.fees.map(({ name, amount, basis }) => `${name}：${formatFen(amount)}${language === 'zh' ? '元' : ' CNY'}${basis === '' ? '' : `（${basis}）`}`)),
    'legal-basis': () => guide.legalBasis.map(({ title, clause, text }) => `《${title}》${clause ?? ''}${text ? `：${text}` : ''}`),
    location: () => guide.location.split('\n'),
    hours: () => guide.hours.split('\n'),
    phone: () => [guide.consultPhone && `${say(words.consult)}：${guide.consultPhone}`, guide.complaintPhone && `${say(words.complaint)}：${guide.complaintPhone}`].filter(Boolean),
    results: () => guide.results.map(({ name, sample }) => (sample ? `${name}（${sample.replace(/。$/u, '')}）` : name)),
    summary: () => summary.split('\n'),
  };
  const written = lines[part]().map((line) => line.trim()).filter(Boolean);
  return written.length === 0 ? null : { part, title: say(titles[part]), lines: written };
}

/** A part in a sentence or two; the section holds the rest. */
export function shortText(section: AnswerSection, { title, guide }: Pick<ServiceBody, 'guide' | 'title'>, language: Language): string {
  const isChinese = language === 'zh';
  const enumerated = (names: readonly string[]) => names.join(isChinese ? '、' : ', ');
  switch (section.part) {
    case 'materials': {
      const always = guide.materials.filter(({ necessity }) => necessity === 'required').map(({ name }) => name);
      const others = guide.materials.filter(({ necessity }) => necessity !== 'required').map(({ name }) => name);
      const head = always.length > 0 ? (isChinese ? `办理「${title}」需要提交${enumerated(always)}。` : `“${title}” needs: ${enumerated(always)}.`) : '';
      return head + (others.length > 0 ? (isChinese ? `视情况还要提交${enumerated(others)}。` : ` Depending on the case also: ${enumerated(others)}.`) : '');
    }
    case 'steps': {
      const names = guide.steps.map((step) => step.title);
      return isChinese ? `办理「${title}」分 ${names.length} 步：${names.join(' → ')}。` : `“${title}” takes ${names.length} steps: ${names.join(' → ')}.`;
    }
    case 'fees':
    case 'time-limit':
    case 'phone':
    case 'location':
    case 'hours':
      return `${isChinese ? '「' : '“'}${title}${isChinese ? '」' : '” '}${section.lines.map((line) => line.replace(/。$/u, '')).join(isChinese ? '；' : '; ')}${isChinese ? '。' : '.'}`;
    default:
      return section.lines[0]!;
  }
}
