import type { FoundMeaning, ValueKind } from '@banshi/values';
import { qualifierOf } from '../form/field-names.js';
import type { FieldFacts } from '../form/field-facts.js';
import type { Clause } from './clauses.js';
import type { Label } from './labels.js';

/** Their form alone says what they are. */
const IDENTIFIERS: readonly ValueKind[] = ['resident-id', 'credit-code', 'mobile', 'bank-card', 'phone', 'email', 'plate', 'postcode'];
/** Days and amounts that were asked for are the matter's, whoever else is spoken of. */
const COUNTED: readonly ValueKind[] = ['date', 'datetime', 'money', 'number', 'percent', 'duration'];
const SELF = /我叫|我是|我的|本人|我姓|俺|我(?=身份|手机|电话|户籍|户口|银行)/u;
const OTHERS =
  /(?:我|他|她|老|替|帮|给)?(?:爸爸?|妈妈?|父亲|母亲|父母|老公|老婆|丈夫|妻子|爱人|配偶|对象|儿子|女儿|孩子|小孩|哥哥?|姐姐?|弟弟?|妹妹?|爷爷|奶奶|外公|外婆|姥姥|姥爷|岳父|岳母|公公|婆婆|叔叔?|阿姨|朋友|同事|邻居|家人|亲戚|监护人|法人|代办人|委托人|联系人|家属|家长|老师|辅导员|同学|室友|领导|老板|房东|担保人|亲属|老人家|老板娘)/u;
const SELF_TITLE = /^(?:申请人|本人|参保人|当事人|经办人|办理人)?$/u;

export interface Placement {
  /** One field, several to choose from, or none. */
  fields: FieldFacts[];
  /** Whether one field may be filled without asking. */
  isSure: boolean;
  why: string;
}

export interface PlaceSettings {
  clause: Clause;
  labels: readonly Label[];
  allFields: readonly FieldFacts[];
  /** Fields that are shown. */
  fields: readonly FieldFacts[];
  values: readonly { start: number; end: number; kind: ValueKind }[];
  asked: FieldFacts | null;
  /** Whose data was spoken of last: the qualifier of a field, such as 监护人. */
  topic: string | null;
  isFilled: (field: FieldFacts) => boolean;
  /** Fields bound to the slot that a model marked at this place. */
  marked: readonly FieldFacts[];
  text: string;
}

const none = (why: string): Placement => ({ fields: [], isSure: false, why });
const one = (field: FieldFacts, why: string): Placement => ({ fields: [field], isSure: true, why });

/** Where a value belongs: by the name beside it, by what the model marked, by what was asked, or because one field alone takes its kind. */
export function placeValue(found: FoundMeaning & { from: number; to: number }, candidates: readonly FieldFacts[], settings: PlaceSettings): Placement {
  const { clause, asked, marked, topic } = settings;
  if (candidates.length === 0) return none('no-field-takes-it');
  const label = labelOf(found, settings, candidates);
  const named = label ? candidates.filter((field) => label.fields.includes(field)) : [];
  // 监护人身份证号 while no guardian is asked for: it waits until the field is shown, and fills no other.
  if (label?.isName && named.length === 0 && label.fields.some((field) => field.accepts.includes(found.kind) && !settings.fields.includes(field))) return none('hidden-field');
  const isOfOthers = OTHERS.test(clause.text) && !SELF.test(clause.text.replace(OTHERS, ''));
  const owner = named.length === 1 ? qualifierOf(named[0]!.title) : '';
  if (label?.isName && owner.length >= 2 && label.text.startsWith(owner)) return one(named[0]!, 'named');
  const owned = topic ? settings.allFields.filter((field) => field.accepts.includes(found.kind) && qualifierOf(field.title) === topic) : [];
  if (owned.length > 0 && !owned.some((field) => candidates.includes(field))) return none('hidden-field');
  if (named.length === 1 && label && !COUNTED.includes(found.kind) && isOwnedByOther(label, named[0]!, settings)) return unsure(named, 'of-somebody-else');
  if (named.length === 1) return ofOther(named[0]!, isOfOthers, clause) ? unsure([named[0]!], 'of-somebody-else') : one(named[0]!, 'named');
  if (named.length > 1) {
    const meant = byOwner(named, settings);
    return meant.length === 1 ? one(meant[0]!, 'named') : unsure(named, 'several-named');
  }
  const spans = candidates.filter((field) => marked.includes(field));
  if (asked && candidates.includes(asked) && (spans.length === 0 || spans.includes(asked))) {
    const isDoubtful = found.kind === 'organization' ? WORKING.test(clause.text) && !/单位|雇主/u.test(asked.title) : !COUNTED.includes(found.kind) && ofOther(asked, isOfOthers, clause);
    return isDoubtful ? unsure([asked], 'of-somebody-else') : one(asked, 'asked');
  }
  if (spans.length === 1) return ofOther(spans[0]!, isOfOthers, clause) ? unsure(spans, 'of-somebody-else') : one(spans[0]!, 'marked');
  if (spans.length > 1) return choose(spans, settings, 'several-marked');
  if (found.kind === 'person') return person(found, candidates, settings, isOfOthers);
  if (found.kind === 'organization') return organization(found.text, candidates, clause);
  if (!IDENTIFIERS.includes(found.kind)) return none('no-cue');
  const open = candidates.filter((field) => !settings.isFilled(field));
  if (open.length === 1 && candidates.length === 1) return ofOther(open[0]!, isOfOthers, clause) ? unsure(open, 'of-somebody-else') : one(open[0]!, 'only-one');
  return choose(open.length > 0 ? candidates : candidates, settings, 'several-take-it');
}

function choose(fields: readonly FieldFacts[], settings: PlaceSettings, why: string): Placement {
  const meant = byOwner(fields, settings);
  return meant.length === 1 ? one(meant[0]!, 'by-owner') : unsure(fields, why);
}

/** What kind of house a name ends with, and how titles call it. */
const HOUSES: readonly (readonly [RegExp, RegExp])[] = [
  [/医院$|卫生院$|医疗中心$/u, /医院|就医|就诊/u],
  [/(?:银行|支行|分行|信用社)$/u, /银行|开户行/u],
  [/律师事务所$/u, /律师事务所|律所/u],
  [/(?:大学|学院|学校|中学|小学)$/u, /学校|院校/u],
];
/** Where somebody works may be a hospital or a school as well. */
const WORKING = /上班|工作|任职|就职|单位|同事/u;

/** 在市第一医院看的: a hospital goes into the one field for hospitals. */
function organization(text: string, candidates: readonly FieldFacts[], clause: Clause): Placement {
  const house = HOUSES.find(([ending]) => ending.test(text));
  const meant = house && !WORKING.test(clause.text) ? candidates.filter(({ title }) => house[1].test(title)) : [];
  return meant.length === 1 ? one(meant[0]!, 'by-kind') : none('no-cue');
}

function unsure(fields: readonly FieldFacts[], why: string): Placement {
  return { fields: [...fields], isSure: false, why };
}

/** 我叫张三 is the applicant, wherever one field alone is for the applicant's name. */
function person(found: { from: number }, candidates: readonly FieldFacts[], settings: PlaceSettings, isOfOthers: boolean): Placement {
  const before = settings.text.slice(Math.max(0, found.from - 6), found.from);
  const own = candidates.filter((field) => SELF_TITLE.test(qualifierOf(field.title)));
  if (/(?:我叫|我是|本人|姓名|名字)[是为叫做：:]*$/u.test(before) && !isOfOthers) {
    if (own.length === 1) return one(own[0]!, 'own-name');
    return candidates.length === 1 ? one(candidates[0]!, 'only-one') : choose(candidates, settings, 'several-take-it');
  }
  const meant = byOwner(candidates, settings);
  return meant.length === 1 && qualifierOf(meant[0]!.title) !== '' && !SELF_TITLE.test(qualifierOf(meant[0]!.title)) ? one(meant[0]!, 'by-owner') : unsure(candidates, 'whose-name');
}

/** The words speak of somebody that the field is not for. */
function ofOther(field: FieldFacts, isOfOthers: boolean, { text }: Clause): boolean {
  if (!isOfOthers) return false;
  const qualifier = qualifierOf(field.title);
  return qualifier === '' || SELF_TITLE.test(qualifier) ? true : !text.includes(qualifier) && !sameRelation(qualifier, text);
}

/** 监护人 may be called 爸爸: then the citizen is asked, not contradicted; here only what the words say. */
function sameRelation(qualifier: string, text: string): boolean {
  return /配偶/u.test(qualifier) ? /老公|老婆|丈夫|妻子|爱人|配偶/u.test(text) : /联系人/u.test(qualifier) ? /联系人/u.test(text) : false;
}

/** Words before 电话 that leave it the citizen's own. */
const OWN_BEFORE = /(?:联系|本人|我的?|的|申请人|常用|现在|新|预留|绑定|个人|是|把|将|填|改|有|用|参保人|当事人|和|及|请|给|接收|办事)$/u;

/** 家长电话, 店里电话: a noun before a bare name makes it somebody's or something's own. */
function isOwnedByOther(label: Label, field: FieldFacts, { clause, text, labels }: PlaceSettings): boolean {
  const before = text.slice(clause.start, label.start).trimEnd();
  const last = /\p{Script=Han}{1,4}$/u.exec(before)?.[0] ?? '';
  if (last === '' || OWN_BEFORE.test(before) || field.title.includes(last.slice(-2))) return false;
  return !labels.some(({ end }) => end === clause.start + before.length);
}

/** Of fields of one kind those whose owner the clause names, or the sentence before it; 我的 is the applicant's. */
function byOwner(fields: readonly FieldFacts[], { clause, topic }: PlaceSettings): FieldFacts[] {
  const owners = fields.filter(({ title }) => qualifierOf(title).length >= 2 && clause.text.includes(qualifierOf(title)));
  if (owners.length > 0) return owners;
  if (SELF.test(clause.text)) return fields.filter(({ title }) => SELF_TITLE.test(qualifierOf(title)));
  if (OTHERS.test(clause.text)) return fields.filter(({ title }) => sameRelation(qualifierOf(title), clause.text));
  return topic === null ? [] : fields.filter(({ title }) => qualifierOf(title) === topic);
}

/** Characters between a value and the name behind it, as in 3月5日在医院住的院. */
const MAX_GAP = 8;
/** A day stands at the beginning of its clause, and what happened on it at the end. */
const MAX_GAP_OF_DATES = 30;

/** The name that a value goes with: the nearest before it, unless that has a value of its own; else the one right behind it. */
function labelOf({ from, to, kind }: { from: number; to: number; kind: ValueKind }, { clause, labels, values }: PlaceSettings, candidates: readonly FieldFacts[]): Label | null {
  // The 医院 in a hospital's name is no name of a field, and a hint for other kinds of values is none for this one.
  const isHint = ({ start, end, isName, fields }: Label) => isName || (fields.some((field) => candidates.includes(field)) && !values.some((value) => value.start <= start && end <= value.end));
  const inClause = labels.filter((label) => label.start >= clause.start && label.end <= clause.end && (label.end <= from || label.start >= to) && isHint(label));
  const others = values.filter((value) => value.kind === kind && value.start >= clause.start && value.end <= clause.end && value.start !== from);
  const before = inClause.filter(({ end }) => end <= from).at(-1);
  const after = inClause.find(({ start }) => start >= to);
  const isTaken = before && others.some(({ start, end }) => start >= before.end && end <= from);
  const isFree = after && !others.some(({ start, end }) => start >= to && end <= after.start) && after.start - to <= (kind === 'date' || kind === 'datetime' ? MAX_GAP_OF_DATES : MAX_GAP);
  const followed = after && others.some(({ start }) => start >= after.end);
  // 6月3号入院6月10号出院: each name stands behind its value.
  if (before && !isTaken && isFree && !after.isName && !before.isName && startsWithValue(clause, values, inClause)) return after;
  if (before && !isTaken) return before;
  return isFree && (!followed || startsWithValue(clause, values, inClause)) ? after : null;
}

function startsWithValue(clause: Clause, values: readonly { start: number; end: number }[], labels: readonly Label[]): boolean {
  const first = values.find(({ start }) => start >= clause.start);
  return first !== undefined && labels[0] !== undefined && first.start < labels[0].start;
}
