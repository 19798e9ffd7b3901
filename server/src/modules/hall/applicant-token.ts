import { jwtVerify, SignJWT } from 'jose';
import type { Request } from 'express';
import { DomainError } from '../../platform/errors/domain-error.js';
import { hallErrors } from './hall.errors.js';

/** Who a case belongs to, as the hall that signed the person in says. */
export interface Applicant {
  id: string;
  name: string;
}

const header = 'x-banshi-applicant';
const algorithm = 'HS256';
const maxIdLength = 200;
const maxNameLength = 100;

/** Reads the JWT (RFC 7519; HS256; `sub`, `name`, `exp` demanded) that the hall signs with the secret of its key. */
export async function readApplicant(request: Request, secret: Uint8Array): Promise<Applicant> {
  const token = request.headers[header];
  if (typeof token !== 'string' || token === '') throw new DomainError(hallErrors.APPLICANT_TOKEN_MISSING);
  const payload = await jwtVerify(token, secret, { algorithms: [algorithm], requiredClaims: ['sub', 'exp'] }).then(
    (verified) => verified.payload,
    () => null,
  );
  const id = payload?.sub;
  const name = payload?.['name'];
  if (!id || id.length > maxIdLength || typeof name !== 'string' || name === '' || name.length > maxNameLength) throw new DomainError(hallErrors.APPLICANT_TOKEN_INVALID);
  return { id, name };
}

/** The token of a fictional applicant, for the preview. */
export function signApplicant(applicant: Applicant, secret: Uint8Array, expiresAt: Date): Promise<string> {
  return new SignJWT({ name: applicant.name }).setProtectedHeader({ alg: algorithm }).setSubject(applicant.id).setExpirationTime(expiresAt).sign(secret);
}
