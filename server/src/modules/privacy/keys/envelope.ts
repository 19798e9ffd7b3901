import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;

/** Encrypts with AES-256-GCM (NIST SP 800-38D), random 96-bit IV; IV, ciphertext and tag in one. `aad` binds it to its place. */
export function encrypt(key: Buffer, plain: Buffer, aad: string): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv(algorithm, key, iv);
  cipher.setAAD(Buffer.from(aad));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws where key, place or content is not the one that was encrypted. */
export function decrypt(key: Buffer, encrypted: Buffer, aad: string): Buffer {
  if (encrypted.length < ivLength + tagLength) throw new Error('too short to be encrypted');
  const decipher = createDecipheriv(algorithm, key, encrypted.subarray(0, ivLength), { authTagLength: tagLength });
  decipher.setAAD(Buffer.from(aad));
  decipher.setAuthTag(encrypted.subarray(encrypted.length - tagLength));
  return Buffer.concat([decipher.update(encrypted.subarray(ivLength, encrypted.length - tagLength)), decipher.final()]);
}

const version = 'b1.';
const idLength = 16;

/** `b1.` and, in base64url, the id of the key and what it encrypted. */
export function toEnvelope(keyId: string, encrypted: Buffer): string {
  return version + Buffer.concat([Buffer.from(keyId.replaceAll('-', ''), 'hex'), encrypted]).toString('base64url');
}

/** Null for what is no envelope. */
export function fromEnvelope(envelope: string): { keyId: string; encrypted: Buffer } | null {
  if (!envelope.startsWith(version)) return null;
  const bytes = Buffer.from(envelope.slice(version.length), 'base64url');
  if (bytes.length < idLength + ivLength + tagLength) return null;
  const hex = bytes.subarray(0, idLength).toString('hex');
  return { keyId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), encrypted: bytes.subarray(idLength) };
}
