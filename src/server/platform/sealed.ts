import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Hides short texts from whoever has the database and not the installation's secret (A17). */
export interface Sealing {
  /** @param context what the text belongs to; opened in another context it is not accepted. */
  seal(text: string, context: string): string;
  /** @throws when it was sealed elsewhere, or changed. */
  open(sealed: string, context: string): string;
  /** The same text gives the same mark, which nobody can try out without the secret. */
  mark(text: string, context: string): string;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM and HMAC-SHA-256 under keys of their own for each purpose. */
export function sealing(secret: string, purpose: string): Sealing {
  const keyFor = (use: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', `${purpose} ${use}`, 32));
  const [sealKey, markKey] = [keyFor('seal'), keyFor('mark')];
  return {
    seal: (text, context) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealKey, iv).setAAD(Buffer.from(context));
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), hidden]).toString('base64url');
    },
    open: (sealed, context) => {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, IV_BYTES)).setAAD(Buffer.from(context));
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
    },
    mark: (text, context) => createHmac('sha256', markKey).update(`${context}\n${text}`).digest('hex'),
  };
}
