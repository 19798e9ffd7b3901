export { findPersonalData } from './find-personal-data.js';
export { emptyMaskSession, maskText, restoreText, type MaskSession, type MaskToken, type SessionDigest } from './mask-session.js';
export { DEFAULT_KINDS, PERSONAL_KINDS, PERSONAL_LABELS, type PersonalFind, type PersonalKind } from './personal-kinds.js';
export { scrubText } from './scrub.js';
export { standInText } from './stand-ins.js';
