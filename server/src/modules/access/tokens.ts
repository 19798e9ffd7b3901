import { createHash, createHmac, randomBytes } from 'node:crypto';

/** 256 random bits, URL-safe. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Tokens are random, so one round of SHA-256 is enough to keep them out of the database. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The secret with which a hall signs applicant tokens: HMAC-SHA-256 of a fixed text under its key's hash, so both sides can make it from the key. */
export const applicantSecretOf = (secretHash: string): Uint8Array => createHmac('sha256', Buffer.from(secretHash, 'hex')).update('banshi applicant token').digest();
