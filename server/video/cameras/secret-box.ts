import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import fs from 'node:fs'

const IV_BYTES = 12
const TAG_BYTES = 16
const VERSION = 1

/**
 * Keeps short secrets with AES-256-GCM: `version | iv[12] | tag[16] | ciphertext`. `about` is authenticated with
 * them, so that one camera's password cannot be put in place of another's.
 */
export const createSecretBox = (key: Uint8Array) => {
  if (key.length !== 32) throw new Error(`a key of 32 bytes is needed, not of ${key.length}`)
  return {
    seal: (secret: string, about: string): Buffer => {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      cipher.setAAD(Buffer.from(about))
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([VERSION]), iv, cipher.getAuthTag(), text])
    },
    /** Undefined when it was sealed with another key, about something else, or was changed. */
    open: (sealed: Uint8Array, about: string): string | undefined => {
      const box = Buffer.from(sealed)
      if (box[0] !== VERSION || box.length < 1 + IV_BYTES + TAG_BYTES) return undefined
      const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(1, 1 + IV_BYTES))
      decipher.setAAD(Buffer.from(about))
      decipher.setAuthTag(box.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES))
      try {
        return decipher.update(box.subarray(1 + IV_BYTES + TAG_BYTES)).toString('utf8') + decipher.final('utf8')
      } catch {
        return undefined
      }
    },
  }
}
export type SecretBox = ReturnType<typeof createSecretBox>

/** The key in a file that only we may read; made when there is none. Losing it means entering all passwords again. */
export const keyFile = (file: string): Buffer => {
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 })
  return Buffer.from(fs.readFileSync(file, 'utf8'), 'base64')
}
