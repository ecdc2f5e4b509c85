import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

export interface SigningKey {
  /** The first 16 hexadecimal digits of the SHA-256 of the public key (SubjectPublicKeyInfo, DER). */
  readonly id: string
  /** PEM. */
  readonly publicKey: string
  sign(text: string): Buffer
}

/** See `SigningKey.id`. */
export const keyId = (publicKey: crypto.KeyObject): string =>
  crypto
    .createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16)

/**
 * Loads the Ed25519 key in `file` (PKCS #8, PEM), making one at the first start: mode 0600, its public half beside
 * it as `<file>.pub`. Throws when the file holds another kind of key, or can be read by other users.
 */
export const openSigningKey = (file: string): SigningKey => {
  if (!fs.existsSync(file)) {
    const { privateKey } = crypto.generateKeyPairSync('ed25519')
    fs.mkdirSync(path.dirname(file), { recursive: true })
    writeDurably(file, privateKey.export({ type: 'pkcs8', format: 'pem' }) as string)
  }
  if ((fs.statSync(file).mode & 0o077) !== 0)
    throw new Error(
      `${file} can be read by other users: run chmod 600 on it, or make a new key if that was so for long`,
    )
  const privateKey = crypto.createPrivateKey(fs.readFileSync(file))
  if (privateKey.asymmetricKeyType !== 'ed25519')
    throw new Error(`${file} holds a key of type ${privateKey.asymmetricKeyType}: an Ed25519 key is needed`)
  const publicKey = crypto.createPublicKey(privateKey)
  const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string
  fs.writeFileSync(`${file}.pub`, pem)
  return { id: keyId(publicKey), publicKey: pem, sign: (text) => crypto.sign(null, Buffer.from(text), privateKey) }
}

/** Two processes starting at once: the first one's key is taken by both. */
const writeDurably = (file: string, text: string): void => {
  const mine = `${file}.${process.pid}`
  fs.writeFileSync(mine, text, { mode: 0o600 })
  const fd = fs.openSync(mine, 'r')
  fs.fsyncSync(fd)
  fs.closeSync(fd)
  try {
    fs.linkSync(mine, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    fs.rmSync(mine)
  }
}
