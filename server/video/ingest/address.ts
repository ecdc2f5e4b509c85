/** Where a camera's pictures are, with what opens them. It never goes into the journal, a log or a command line. */
export interface Address {
  /** `rtsp://host[:port]/path`, without credentials. */
  readonly url: string
  readonly user: string | null
  readonly password: string | null
}

/** The characters that end a quoted word in ffmpeg's own list format. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/** The address with its credentials inside, as RTSP programs take it. */
export const urlWith = ({ url, user, password }: Address): string => {
  if (user === null) return url
  const at = new URL(url)
  at.username = encodeURIComponent(user)
  at.password = encodeURIComponent(password ?? '')
  return at.href
}

/** No packet for so long ends ffmpeg's own wait for one. */
const SOCKET_TIMEOUT_MS = 8_000

/**
 * What ffmpeg reads from its standard input to open the camera: a list of one. Whoever lists the machine's processes
 * sees only that something was read, and no password.
 */
export const inputList = (address: Address): string =>
  [
    'ffconcat version 1.0',
    `file ${quoted(urlWith(address))}`,
    'option rtsp_transport tcp',
    `option timeout ${SOCKET_TIMEOUT_MS * 1_000}`,
    // What is known after a key frame is enough; ffmpeg would look for five seconds.
    'option analyzeduration 1500000',
    'option probesize 500000',
    'option fflags nobuffer',
    '',
  ].join('\n')

/** How ffmpeg is told to read that list. */
export const INPUT: readonly string[] = [
  ...['-protocol_whitelist', 'pipe,rtsp,rtsps,tls,tcp,udp,rtp,crypto,data'],
  ...['-f', 'concat', '-safe', '0', '-i', 'pipe:0'],
]

/** Takes every credential of the address out of a text, however it is written there. */
export const withoutSecrets = (text: string, { user, password }: Address): string => {
  let clean = text.replace(/(rtsps?:\/\/)[^\s/@']*@/g, '$1')
  for (const secret of [password, user]) {
    if (!secret) continue
    for (const written of new Set([secret, encodeURIComponent(secret)])) clean = clean.replaceAll(written, '***')
  }
  return clean
}

/** A camera's address as ffmpeg is given it. */
export const addressInput = (address: Address) => ({
  text: inputList(address),
  clean: (words: string): string => withoutSecrets(words, address),
})
