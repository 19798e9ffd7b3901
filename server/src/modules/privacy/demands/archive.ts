import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';

const algorithm = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;

/** The stream encrypted: IV, ciphertext, tag. */
export function encrypted(plain: AsyncIterable<Buffer>, key: Buffer, aad: string): Readable {
  return Readable.from(
    (async function* () {
      const iv = randomBytes(ivLength);
      const cipher = createCipheriv(algorithm, key, iv);
      cipher.setAAD(Buffer.from(aad));
      yield iv;
      for await (const chunk of plain) yield cipher.update(chunk);
      yield Buffer.concat([cipher.final(), cipher.getAuthTag()]);
    })(),
  );
}

/** The content of such a file. Ends with an error where it was altered: what has come by then is not to be trusted. */
export function decrypted(path: string, key: Buffer, aad: string): Readable {
  return Readable.from(
    (async function* () {
      const file = await open(path, 'r');
      try {
        const { size } = await file.stat();
        const iv = Buffer.alloc(ivLength);
        const tag = Buffer.alloc(tagLength);
        await file.read(iv, 0, ivLength, 0);
        await file.read(tag, 0, tagLength, size - tagLength);
        const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagLength });
        decipher.setAAD(Buffer.from(aad));
        decipher.setAuthTag(tag);
        for await (const chunk of file.createReadStream({ start: ivLength, end: size - tagLength - 1, autoClose: false }) as AsyncIterable<Buffer>) yield decipher.update(chunk);
        yield decipher.final();
      } finally {
        await file.close().catch(() => undefined);
      }
    })(),
  );
}
