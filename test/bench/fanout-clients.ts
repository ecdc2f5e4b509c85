import WebSocket from 'ws'
import { LIVE_PATH } from '../../server/contract/live.ts'

/** Many consoles in one process: bare WebSockets that speak as much Socket.IO as is needed to be told things. */
const [port, consoles, socketIo] = [Number(process.argv[2]), Number(process.argv[3]), process.argv[4] === 'socket.io']
/** Only some of them read what they get, or the readers would be what is measured. */
const READERS = 50

let connected = 0
let messages = 0
const latencies: number[] = []

const connectOne = (index: number): void => {
  const path = socketIo ? `${LIVE_PATH}/?EIO=4&transport=websocket` : '/'
  const ws = new WebSocket(`ws://127.0.0.1:${port}${path}`, {
    perMessageDeflate: false,
    headers: { cookie: `custodes=${'A'.repeat(43)}` },
  })
  const up = (): void => {
    if (++connected === consoles) process.send?.({ connected })
  }
  if (!socketIo) ws.on('open', up)
  ws.on('message', (data: Buffer) => {
    messages++
    const type = data.subarray(0, 2).toString('latin1')
    if (type[0] === '0') ws.send('40')
    else if (type === '2') ws.send('3')
    else if (type === '40') up()
    else if (index < READERS && data.subarray(2, 13).toString('latin1') === '["finding",') {
      const [, { view }] = JSON.parse(data.subarray(2).toString('utf8'))
      latencies.push(Date.now() - view.finding.since)
    }
  })
}

const open = (from: number): void => {
  for (let i = from; i < Math.min(from + 25, consoles); i++) connectOne(i)
  if (from + 25 < consoles) setTimeout(() => open(from + 25), 20)
}
open(0)
process.on('message', () => process.send?.({ messages, latencies }))
