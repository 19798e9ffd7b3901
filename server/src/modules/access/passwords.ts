import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '../../platform/errors/domain-error.js';
import { accessErrors } from './access.errors.js';

/** OWASP's recommendation for argon2id: 19 MiB, two passes, one lane (argon2id is the library's default). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const minimumLength = 10;
/** Longer than any passphrase, shorter than what would make hashing an attack. */
const maximumLength = 200;
/** Without letters and digits that people mistake for one another. */
const alphabet = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

export const verifyPassword = (hashed: string, password: string): Promise<boolean> =>
  password.length > maximumLength ? Promise.resolve(false) : verify(hashed, password);

/** Compared against when no such user exists, so that the answer takes as long. */
export const unknownUserHash = await hashPassword('no such user');

export function checkPassword(password: string, username: string, field: string): void {
  const isStrong =
    password.length >= minimumLength && password.length <= maximumLength && /\p{L}/u.test(password) && /\d/.test(password) && password.toLowerCase() !== username.toLowerCase();
  if (!isStrong) throw new DomainError(accessErrors.WEAK_PASSWORD, { field });
}

/** 16 characters, 93 bits; always holds a digit and a letter. */
export function randomPassword(): string {
  const characters = Array.from({ length: 14 }, () => alphabet[randomInt(alphabet.length)]);
  return `${characters.join('')}${randomInt(2, 10)}k`;
}
