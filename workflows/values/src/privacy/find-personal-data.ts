import { findOrganizations } from '../names/find-organizations.js';
import { findBirthDates } from './find-birth-dates.js';
import { findPersonalAddresses } from './find-personal-addresses.js';
import { findPersonalCodes } from './find-personal-codes.js';
import { findMailAddresses } from './find-personal-mail.js';
import { findPersonalNames } from './find-personal-names.js';
import { findPersonalNumbers } from './find-personal-numbers.js';
import { DEFAULT_KINDS, PERSONAL_KINDS, type PersonalFind, type PersonalKind } from './personal-kinds.js';
import { foldText, joinHan, type ProjectedText } from './projected-text.js';

/** Of two kinds at one place the earlier keeps it; of the other, what lies beside it is kept. */
const RANK = new Map(PERSONAL_KINDS.map((kind, index) => [kind, index]));

/**
 * What in the text can lead to a person, from left to right and without overlaps. Written so that it is hardly seen
 * (full width, in pieces, in Chinese digits, in brackets) or with a wrong check, it is found all the same: for masking,
 * finding too much costs less than finding too little. Linear in the length of the text.
 */
export function findPersonalData(text: string, kinds: readonly PersonalKind[] = DEFAULT_KINDS): PersonalFind[] {
  const wanted = new Set(kinds);
  const folded = foldText(text);
  const joined = joinHan(folded);
  const finds: PersonalFind[] = [
    ...inOriginal(folded, findPersonalNumbers(folded.text)),
    ...inOriginal(folded, findPersonalCodes(folded.text, wanted)),
    ...(wanted.has('email') ? inOriginal(folded, findMailAddresses(folded.text)) : []),
    ...(wanted.has('birth-date') ? inOriginal(joined, findBirthDates(joined.text)) : []),
    ...(wanted.has('person') ? findPersonalNames(folded, joined) : []),
    ...(wanted.has('address') ? findPersonalAddresses(joined) : []),
    ...(wanted.has('organization') ? inOriginal(joined, findOrganizations(joined.text).map(({ from, to, normal }) => ({ kind: 'organization' as const, from, to, normal }))) : []),
  ];
  return withoutOverlaps(finds.filter(({ kind }) => wanted.has(kind)), text.length);
}

function inOriginal({ begin, end }: ProjectedText, finds: readonly PersonalFind[]): PersonalFind[] {
  return finds.map((find) => ({ ...find, from: begin[find.from]!, to: end[find.to - 1]! }));
}

function withoutOverlaps(finds: readonly PersonalFind[], length: number): PersonalFind[] {
  const taken = new Uint8Array(length);
  const kept: PersonalFind[] = [];
  for (const find of [...finds].sort((a, b) => (RANK.get(a.kind) ?? 0) - (RANK.get(b.kind) ?? 0) || b.to - b.from - (a.to - a.from))) {
    // Bit by bit: an address around a phone number is masked on both sides of it.
    for (let from = find.from; from < find.to; ) {
      while (from < find.to && taken[from] === 1) from += 1;
      let to = from;
      while (to < find.to && taken[to] === 0) to += 1;
      if (to > from) kept.push({ ...find, from, to });
      from = to;
    }
    taken.fill(1, find.from, find.to);
  }
  return kept.sort((a, b) => a.from - b.from);
}
