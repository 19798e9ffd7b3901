import type { Answer, AnswerSection, GuidePart } from '@banshi/dialog';
import type { Language } from '../../../platform/actor/request-context.js';
import { partsAsked } from '../question/guide-parts.js';
import type { NamedService } from '../question/service-names.js';
import type { FoundClause, SearchFilter } from '../search/policy-library.js';
import { answerSentence } from './answer-sentence.js';
import type { BundleKnowledge } from './bundle-knowledge.js';
import { toCitation } from './citation.js';
import { confidenceOf, isAnswer } from './confidence.js';
import { settleConflict, textOf } from './conflict.js';
import { basisOf, type GuidedService, guideSections, guideText } from './from-guide.js';
import type { FoundQuestion } from './question-index.js';

export interface QuestionContext {
  /** ISO day as of which the answer holds. */
  on: string;
  region?: string | undefined;
  /** Key of the service that is talked about, where it is known. */
  service?: string | null | undefined;
  language: Language;
}

/** The same question in other words: its answer goes before the guide. */
const sameQuestion = 0.72;
/** Near enough to be answered by it where the guide does not. */
const nearQuestion = 0.55;
/** The same within the service that the question names. */
const nearOfService = 0.42;
/** A guide answers where so much of the question is accounted for by the service and the part. */
const accounted = 0.6;
/** Of clauses that answer nearly as well, those of documents about the service come first. */
const ownDocument = 1.25;
const maxCitations = 3;
const maxRelated = 4;
/** A clause of so many characters is read at a glance; of a longer one the sentence that answers is shown. */
const glance = 90;

/** Answers from guides, answered questions and clauses, in that order; every sentence is the source’s own. `vector` is that of the question, where there is one. */
export function answerQuestion(knowledge: BundleKnowledge, question: string, vector: Float32Array | null, context: QuestionContext): Answer {
  const { library } = knowledge;
  const filter: SearchFilter = { on: context.on, region: context.region };
  const cited = library.cited(question, filter).slice(0, maxCitations);
  if (cited.length > 0) return fromCitation(knowledge, question, cited);
  const lacking = library.citedDocuments(question, filter).slice(0, maxRelated);
  // Another place than the one that was named would be no answer.
  if (lacking.length > 0) return { ...nothing(question), related: lacking.map(({ key, body }) => ({ kind: 'policy', key, title: body.title })) };

  const { parts, rest } = partsAsked(question);
  const named = knowledge.services.find(rest);
  const service = serviceOf(knowledge, named, rest, context.service ?? null);
  const asked = knowledge.questions.search(question, vector, { on: context.on, service: service?.key ?? null });
  const related = relatedOf(knowledge, asked, named, service);
  const [near] = asked;
  if (near && near.likeness >= sameQuestion) return { ...fromQuestion(knowledge, question, near), related: related.filter(({ key }) => key !== near.entry.key) };

  const sections = service && parts.length > 0 && service.explained >= accounted ? guideSections(service, parts, context.language) : null;
  if (service && sections) return { ...fromGuide(knowledge, question, service, parts, sections, filter, context.language), related };
  const isNear = near && near.likeness >= (service?.isNamed && near.entry.services.includes(service.key) ? nearOfService : nearQuestion);
  if (isNear) return { ...fromQuestion(knowledge, question, near), related: related.filter(({ key }) => key !== near.entry.key) };

  const found = favourService(library.search(question, filter, maxCitations * 2, vector), service);
  const confidence = confidenceOf(library, question, found, service?.isNamed === true && found[0] !== undefined && isAbout(found[0], service));
  if (found[0] && isAnswer(confidence)) return { ...fromClauses(knowledge, question, found, confidence, service, context.language), related };
  return { ...nothing(question), service: service ? shown(service) : null, confidence, related };
}

const nothing = (question: string): Answer => ({ source: 'none', question, text: '', isPhrased: false, service: null, faq: null, sections: [], citations: [], conflict: null, confidence: 0, related: [] });
const shown = ({ key, body }: GuidedService) => ({ key, title: body.title });

/** The service that the words name, else the one that the talk is about. */
function serviceOf(knowledge: BundleKnowledge, named: readonly NamedService[], rest: string, given: string | null): (GuidedService & { explained: number; isNamed: boolean }) | null {
  const [best, second] = named;
  const isClear = best?.isNamed === true && best.explained >= 0.3 && !(second?.isNamed && second.explained > best.explained * 0.9 && second.key !== given);
  const key = isClear ? best.key : given;
  const body = key === null ? null : knowledge.bundle.get('service', key);
  if (key === null || !body) return null;
  // Where nothing is left but what is asked for, all is accounted for: 要哪些材料 within a talk about a service.
  const explained = knowledge.services.isEmpty(rest) ? 1 : (named.find((one) => one.key === key)?.explained ?? 0);
  return { key, body, explained, isNamed: isClear };
}

function favourService(found: readonly FoundClause[], service: GuidedService | null): FoundClause[] {
  if (!service) return [...found];
  const weight = (clause: FoundClause) => clause.score * (isAbout(clause, service) ? ownDocument : 1);
  return [...found].sort((a, b) => weight(b) - weight(a));
}

const isAbout = ({ policy }: FoundClause, { key, body }: GuidedService) => policy.body.services.includes(key) || body.guide.legalBasis.some((basis) => basis.policy === policy.key);

function fromCitation({ library }: BundleKnowledge, question: string, cited: readonly FoundClause[]): Answer {
  return { ...nothing(question), source: 'citation', text: textOf(cited[0]!), citations: cited.map((one) => toCitation(library, one)), confidence: 1 };
}

function fromGuide({ library }: BundleKnowledge, question: string, service: GuidedService, parts: readonly GuidePart[], sections: AnswerSection[], filter: SearchFilter, language: Language): Answer {
  return { ...nothing(question), source: 'guide', text: guideText(sections, service, language), service: shown(service), sections, citations: basisOf(library, service, parts, filter), confidence: 0.95 };
}

function fromQuestion({ bundle }: BundleKnowledge, question: string, { entry, question: wording, likeness }: FoundQuestion): Answer {
  const [key] = entry.services;
  const body = key === undefined ? null : bundle.get('service', key);
  return { ...nothing(question), source: 'faq', text: entry.answer, service: key !== undefined && body ? { key, title: body.title } : null, faq: { key: entry.key, question: wording }, confidence: Math.min(1, 0.5 + likeness / 2) };
}

function fromClauses({ library }: BundleKnowledge, question: string, found: readonly FoundClause[], confidence: number, service: GuidedService | null, language: Language): Answer {
  const { clauses, conflict } = settleConflict(found, language);
  const best = clauses[0]!;
  const text = textOf(best);
  const sentence = text.length <= glance ? null : answerSentence(text, question);
  const isWhole = !sentence || sentence.text === text.trim();
  const first = toCitation(library, best, isWhole ? undefined : [[best.place.start + sentence.start, best.place.start + sentence.end]]);
  const others = clauses.slice(1).filter(({ score }, at) => conflict?.citations.includes(at + 1) || score >= best.score * 0.7).slice(0, maxCitations - 1);
  return { ...nothing(question), source: isWhole ? 'clause' : 'span', text: isWhole ? text : sentence.text, service: service ? shown(service) : null, citations: [first, ...others.map((clause) => toCitation(library, clause))], conflict, confidence };
}

function relatedOf({ bundle }: BundleKnowledge, asked: readonly FoundQuestion[], named: readonly NamedService[], service: GuidedService | null): Answer['related'] {
  const questions = asked.filter(({ likeness }) => likeness > 0.25).map(({ entry, question }) => ({ kind: 'faq' as const, key: entry.key, title: question }));
  const keys = [...(service ? [service.key] : []), ...named.filter(({ key, isNamed, explained }) => key !== service?.key && isNamed && explained >= 0.4).map(({ key }) => key)].slice(0, 2);
  return [...questions.slice(0, maxRelated - keys.length), ...keys.map((key) => ({ kind: 'service' as const, key, title: bundle.get('service', key)!.title }))];
}
