/** Offsets are UTF-16 indices into the text of the document, ends exclusive; {@link https://tc39.es/ecma262/ String} slices work on them. */
export interface TextSpan {
  start: number;
  end: number;
}

export const unitKinds = ['part', 'chapter', 'section', 'heading', 'annex', 'article', 'point', 'passage', 'paragraph', 'item', 'subitem'] as const;
/** 编, 章, 节, a plain heading, 附件, 条, 一、, a passage outside of any, 款, 项, 目. */
export type UnitKind = (typeof unitKinds)[number];

/** One place in the structure of a document. */
export interface Unit extends TextSpan {
  kind: UnitKind;
  /** Unique in the document and stable while the numbering is: `a7`, `a7-1` (第七条之一), `a7.2` (its second 款), `a7.2.1` (项). */
  id: string;
  /** As people cite it: 第七条, 第二款, 第（一）项. */
  label: string;
  number: number;
  /** 条之一 is 1; 0 for none. */
  suffix: number;
  /** What the heading says beside its number. */
  title: string;
  /** Index of the unit that it stands in; null at the top. */
  parent: number | null;
}

/** What is searched, quoted and compared: a 条 (or what stands for it), a long one in pieces. */
export interface Clause extends TextSpan {
  id: string;
  /** Whole label: 第七条, 第七条第二款第（三）项. */
  label: string;
  /** Headings above it, outermost first: 第二章 申请. */
  path: string[];
  /** The words that govern a piece, repeated from the 款 that it was cut from; empty for a whole clause. */
  leadIn: string;
  text: string;
  /** Id of the 条 that it is or was cut from. */
  article: string;
}

export type PolicyProblemCode = 'empty' | 'no-structure' | 'article-duplicate' | 'article-gap';

/** Something about a text that a person should look at. The text is read all the same. */
export interface PolicyProblem extends TextSpan {
  code: PolicyProblemCode;
  params: Record<string, string | number>;
}

export interface ParsedPolicy {
  text: string;
  /** Where the first numbered unit starts: what stands before is title, issuer and dates. */
  bodyStart: number;
  units: Unit[];
  clauses: Clause[];
  problems: PolicyProblem[];
}
