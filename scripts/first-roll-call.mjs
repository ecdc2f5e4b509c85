import fs from 'node:fs'
import path from 'node:path'

/** The radios and phones of the simulated county need a moment to come up, on the world's clock. */
const SETTLE_MS = 30_000
const CHINA_MS = 8 * 3_600_000

/**
 * Has the demonstration's chief switch roll-calls on, once, so that whoever looks sees one run within minutes. It goes
 * by the console's own door, like anybody's setting.
 */
export const setFirstRollCall = async (url, dataDir) => {
  const password = JSON.parse(fs.readFileSync(path.join(dataDir, 'demo-accounts.json'), 'utf8')).chief
  await new Promise((done) => setTimeout(done, SETTLE_MS))
  const headers = { origin: url, 'content-type': 'application/json' }
  const ask = async (method, at, body) => {
    const answer = await fetch(url + at, { method, headers, body: body && JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${method} ${at}: ${answer.status} ${await answer.text()}`)
    return answer
  }
  const session = await ask('POST', '/api/session', { name: 'chief', password })
  headers.cookie = session.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
  try {
    if ((await (await ask('GET', '/api/roll-call/cadence')).json()).layers.length > 0) return
    const { at } = await (await ask('GET', '/api/roll-call')).json()
    const anchorMinute = (Math.floor((at + CHINA_MS) / 60_000) + 1) % 1440
    const values = {
      scheduled: true,
      everyMinutes: 30,
      anchorMinute,
      randomMinutes: 1,
      firstSeconds: 30,
      retrySeconds: 30,
    }
    const scope = { unitKind: null, unit: null, post: null, day: null }
    await ask('POST', '/api/roll-call/cadence', { ...scope, values, validFrom: null, reason: '演示 · demonstration' })
  } finally {
    await ask('DELETE', '/api/session')
  }
}
