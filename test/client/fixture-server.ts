import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { Server } from 'socket.io'
import type { ClientMessages, ServerMessages } from '../../server/contract/live.ts'
import type { Role } from '../../server/contract/roles.ts'
import type { FindingAction, FindingDetail, FindingView, PositionDelta } from '../../server/contract/views.ts'
import { auditPage, detailOf, devices, ruleViews, stepped, trackOf } from './fixture-replies.ts'
import { countyLayer, placeAt, snapshot, user, zones } from './fixture-world.ts'

/** TEST FIXTURE: speaks the console's contract from memory. Not the product's server. */
export const startFixture = async ({ dist = 'dist', port = 0, empty = false } = {}) => {
  let role: Role | undefined
  const started = snapshot(Date.now(), { empty })
  const findings = new Map<string, FindingView>(started.findings.map((f) => [f.finding.id, f]))
  const whole = () => {
    const s = snapshot(Date.now(), { empty })
    return { ...s, findings: [...findings.values()], status: { ...s.status, unacknowledged: counts() } }
  }
  const counts = () => {
    const n = { A: 0, B: 0, C: 0 }
    for (const f of findings.values()) if (f.acknowledged === null && f.status === 'new') n[f.finding.grade]++
    return n
  }

  const answer = async (method: string, url: URL, body: Record<string, unknown>): Promise<[number, unknown]> => {
    const [, , noun, id, verb] = url.pathname.split('/').map(decodeURIComponent)
    if (noun === 'welcome')
      return [
        200,
        {
          version: 'fixture',
          demo: [
            {
              name: 'supervisor',
              password: 'demo',
              title: { zh: '督察民警', en: 'Supervising officer' },
              role: 'supervisor',
            },
            { name: 'chief', password: 'demo', title: { zh: '督察长', en: 'Chief supervisor' }, role: 'chief' },
          ],
          tiles: null,
        },
      ]
    if (noun === 'session' && method === 'POST') {
      if (body.password !== 'demo')
        return [
          401,
          refusal(
            'wrong-credentials',
            '用户名或密码不正确；再错 4 次将锁定 15 分钟。',
            'Wrong name or password; 4 more and it is locked for 15 minutes.',
          ),
        ]
      role = String(body.name) as Role
      return [200, { user: user(role) }]
    }
    if (role === undefined) return [401, refusal('no-session', '请登录。', 'Please log in.')]
    if (noun === 'session') {
      if (method === 'DELETE') role = undefined
      return [200, role === undefined ? {} : { user: user(role) }]
    }
    if (noun === 'county') return [200, countyLayer]
    if (noun === 'replay') return [200, snapshot(Number(url.searchParams.get('at')), { empty })]
    if (noun === 'rules') return [200, { rules: ruleViews }]
    if (noun === 'devices') return [200, { devices: devices(Date.now()) }]
    if (noun === 'audit') return [200, auditPage(Date.now())]
    if (noun === 'zones' && verb === 'history') return [200, { versions: zones(Date.now()).filter((z) => z.id === id) }]
    if (noun === 'zones' && method === 'PUT')
      return [200, { zone: { ...body, id, validFrom: Date.now(), validUntil: null, by: role } }]
    if (noun === 'carriers' && verb === 'track')
      return [200, trackOf(id!, Number(url.searchParams.get('from')), Number(url.searchParams.get('to')))]
    if (noun === 'carriers' && verb === 'locate')
      return [200, { answered: true, point: trackOf(id!, Date.now() - 3_000, Date.now()).points[0] ?? null }]
    if (noun === 'carriers')
      return [
        200,
        {
          carrier: whole().carriers.find((c) => c.id === id),
          last: detailOf([...findings.values()][0]!, role).evidence,
        },
      ]
    if (noun === 'findings' && id === undefined)
      return [200, { items: [...findings.values()], total: 12_345, page: 1, pageSize: 50 }]
    const view = findings.get(id ?? '')
    if (noun === 'findings' && view !== undefined)
      return [200, method === 'POST' ? change(view, verb as FindingAction, body) : detailOf(view, role)]
    return [404, refusal('not-found', '没有找到。', 'Not found.')]
  }
  const change = (view: FindingView, action: FindingAction, body: Record<string, unknown>): FindingDetail => {
    const next = stepped(view, action, body, role!)
    tell(next)
    return detailOf(next, role!)
  }
  const tell = (view: FindingView): void => {
    findings.set(view.finding.id, view)
    io.emit('finding', { seq: view.seq, view })
  }

  const serve = (req: IncomingMessage, res: ServerResponse): void => {
    const url = new URL(req.url ?? '/', 'http://fixture')
    if (url.pathname.startsWith('/api/')) {
      let text = ''
      req.on('data', (chunk) => {
        text += chunk
      })
      req.on('end', () => {
        void answer(req.method ?? 'GET', url, text === '' ? {} : JSON.parse(text)).then(([status, reply]) => {
          res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(reply))
        })
      })
      return
    }
    const wanted = path.join(dist, url.pathname)
    const file = existsSync(wanted) && statSync(wanted).isFile() ? wanted : path.join(dist, 'index.html')
    const types: Record<string, string> = {
      '.js': 'text/javascript',
      '.css': 'text/css',
      '.html': 'text/html',
      '.svg': 'image/svg+xml',
    }
    res.setHeader(
      'content-security-policy',
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:",
    )
    res.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' })
    createReadStream(file).pipe(res)
  }

  const http = createServer(serve)
  const io = new Server<ClientMessages, ServerMessages>(http, { path: '/live', serveClient: false })
  io.on('connection', (socket) => {
    socket.emit('snapshot', whole())
    socket.on('resync', () => {
      resyncs++
      socket.emit('snapshot', whole())
    })
  })
  let n = 0
  let resyncs = 0
  const move = setInterval(() => {
    const at = Date.now()
    const items = started.carriers.flatMap((c, i): PositionDelta[] => {
      if (c.state !== 'live') return []
      const { position, headingDeg } = placeAt(i, at)
      return [[c.id, position[0], position[1], c.speedKmh, headingDeg, c.accuracyM, at, 'live']]
    })
    io.emit('positions', { seq: 5000, n: ++n, at, items })
  }, 200)
  const status = setInterval(() => io.emit('status', whole().status), 1_000)

  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    findings,
    tell,
    /** Leaves out one batch number, as a lost one would. */
    skip: () => n++,
    resyncs: () => resyncs,
    end: (reason: 'idle' | 'revoked') => io.emit('ended', { reason }),
    close: async () => {
      clearInterval(move)
      clearInterval(status)
      await io.close()
      http.closeAllConnections()
    },
  }
}

const refusal = (error: string, zh: string, en: string) => ({ error, message: { zh, en } })
