// `npm start`: prepares what is missing while a page already says so, then hands over to the server.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { setFirstRollCall } from './first-roll-call.mjs'
import { checkNode, root, steps } from './prepare.mjs'

checkNode()
const host = process.env.HOST || '127.0.0.1'
const port = Number(process.env.PORT || 8080)
const todo = steps().filter((step) => !step.done())
const progress = {
  step: 0,
  total: todo.length + 1,
  title: { zh: '启动服务', en: 'Starting the server' },
  line: '',
  failed: false,
}

const page = `<!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>custodes</title><style>body{background:#0d141c;color:#dce5ee;font:16px/1.6 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;
display:grid;place-items:center;min-height:100vh;margin:0}main{width:min(36rem,90vw)}h1{font-size:1.4rem;margin:0 0 1rem}
progress{width:100%;height:.6rem}pre{color:#8497a9;font-size:.8rem;white-space:pre-wrap;min-height:3em}</style>
<main><h1>警务督察监控台 custodes</h1><p id="t" role="status">…</p><progress id="p" max="1" value="0"></progress><pre id="l"></pre></main>
<script src="/preparing.js"></script></html>`
const script = `const $=(i)=>document.getElementById(i);setInterval(async()=>{try{const r=await fetch('/preparing.json');
if(!r.ok)return location.reload();const s=await r.json();$('t').textContent=(s.failed?'✕ ':'')+s.title.zh+' · '+s.title.en+' ('+s.step+'/'+s.total+')';
$('p').value=s.step/s.total;$('l').textContent=s.line}catch{}},1000)`

/** A page while there is nothing else to show yet; it reloads itself once the console answers. */
const waitingRoom = http.createServer((request, response) => {
  const send = (type, body) =>
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', connection: 'close' }).end(body)
  if (request.url === '/preparing.json') send('application/json', JSON.stringify(progress))
  else if (request.url === '/preparing.js') send('text/javascript', script)
  else if (request.url === '/healthz') send('application/json', '{"status":"preparing"}')
  else if (request.url === '/readyz') response.writeHead(503, { connection: 'close' }).end('{"status":"preparing"}')
  else send('text/html; charset=utf-8', page)
})

const open = () =>
  new Promise((resolve, reject) => {
    waitingRoom.once('error', reject)
    waitingRoom.listen(port, host, resolve)
  })

const prepare = async () => {
  for (const [index, step] of todo.entries()) {
    Object.assign(progress, { step: index + 1, title: step.title, line: '' })
    console.log(`[${index + 1}/${progress.total}] ${step.title.zh} · ${step.title.en}`)
    const ran = step.run((line) => {
      progress.line = line.slice(0, 300)
    })
    // What the console can do without it still does.
    await (step.optional ? ran.catch((error) => console.error(`✕ ${error.message}`)) : ran)
  }
}

// The simulated county unless a real store or DEMO=0 was asked for.
const env = { DEMO: process.env.DATABASE_URL ? '0' : '1', ...process.env }
const children = []

/** MiB for what lives no longer than one report; with Node's 16 the server is slower (decision 0027). */
const ROOM = '--max-semi-space-size=64'

/** Starts one of our programs; with `ipc` it can say that it is ready, and it notices when we are gone. */
const start = (args, flags = []) => {
  const child = spawn(process.execPath, [...flags, '--import', './scripts/typescript.mjs', ...args], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env,
  })
  children.push(child)
  return child
}

const serve = () => {
  const server = start(['server/main.ts', ...process.argv.slice(2)], [ROOM])
  server.once('message', ({ ready, pace }) => {
    if (env.DEMO !== '1' || env.SIMULATE === '0') return
    const tokens = path.join(env.DATA_DIR || 'data', 'demo-tokens.json')
    const doors = [
      '--port',
      ready.jt808,
      '--http',
      `http://${host}:${ready.osmand}`,
      '--tokens',
      tokens,
      '--trunk',
      JSON.stringify(ready.trunk ?? {}),
    ]
    const iso = (at) => new Date(at).toISOString()
    const clock = pace ? ['--from', iso(pace.epoch), '--anchor', iso(pace.anchor), '--speed', pace.speed] : []
    const data = env.DATA_DIR || 'data'
    const rooms = [
      ...['--mqtt', `mqtt://127.0.0.1:${ready.mqtt}`, '--intake', `http://${host}:${ready.web}/intake/cloudevents`],
      ...['--doors', path.join(data, 'demo-doors.json'), '--progress', path.join(data, 'demo-case-area.json')],
    ]
    const desk = [
      ...['--dispatch', path.join(data, 'demo-doors.json')],
      ...['--intake', `http://${host}:${ready.web}/intake/cloudevents`],
    ]
    const cameras = path.join(data, 'demo-cameras.json')
    if (fs.existsSync(cameras)) start(['simulators/cameras/main.ts', '--cameras', cameras])
    else
      console.log(
        '本机没有 GStreamer RTSP 服务，不模拟摄像机 · no simulated cameras: apt-get install gir1.2-gst-rtsp-server-1.0 python3-gi gstreamer1.0-plugins-base gstreamer1.0-plugins-good ffmpeg',
      )
    const casework = [
      ...['--intake', `http://${host}:${ready.web}/intake/cloudevents`],
      ...['--doors', path.join(data, 'demo-doors.json'), '--progress', path.join(data, 'demo-casework.json')],
    ]
    const tickets = ['--url', `http://${host}:${ready.web}`, '--doors', path.join(data, 'demo-doors.json')]
    start(['simulators/ticket-system/main.ts', ...tickets, ...clock].map(String))
    start(['simulators/case-system/living.ts', ...casework, ...clock].map(String))
    const duty = [
      '--intake',
      `http://${host}:${ready.web}/intake/cloudevents`,
      '--doors',
      path.join(data, 'demo-doors.json'),
    ]
    start(['simulators/duty/living.ts', ...duty, ...clock].map(String))
    if (ready.mqtt) start(['simulators/case-area/living.ts', ...rooms, ...clock].map(String))
    start(['simulators/main.ts', 'county-day', ...doors, ...desk, ...clock].map(String)).on('close', () =>
      console.log('模拟县已停止 · the simulated county has stopped'),
    )
    setFirstRollCall(`http://${host}:${ready.web}`, data).catch((error) =>
      console.error(`演示呼点未能排定 · no roll-call could be scheduled: ${error.message}`),
    )
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => children.map((child) => child.kill(signal)))
  server.on('close', (code, signal) => {
    for (const child of children) child.kill()
    process.exit(signal ? 1 : (code ?? 1))
  })
}

try {
  if (todo.length > 0) {
    await open()
    console.log(`正在准备，进度见 http://${host}:${port} · preparing, watch it there`)
    await prepare()
    waitingRoom.closeAllConnections()
    await new Promise((resolve) => waitingRoom.close(resolve))
  }
  serve()
} catch (error) {
  Object.assign(progress, { failed: true, line: String(error.message ?? error) })
  console.error(error.message ?? error)
  if (error.code === 'EADDRINUSE')
    console.error(`端口 ${port} 已被占用，可用 PORT=… 另选 · port ${port} is in use; choose another with PORT=…`)
  process.exit(1)
}
