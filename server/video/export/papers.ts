import type { ReviewEvent, ReviewTrack } from '../../contract/reviews.ts'
import type { Manifest } from './manifest.ts'

/** The cover sheet: what is in the archive, who asked, who agreed, and how it is proved. Chinese first. */
export const coverSheet = (
  m: Omit<Manifest, 'files' | 'checkpoint'>,
  files: readonly { name: string; sha256: string }[],
): string => {
  const e = m.export
  const rows: readonly (readonly [string, string])[] = [
    ['导出编号 Export', e.id],
    ['时段 Range', `${time(e.from)} — ${time(e.to)}`],
    ['事由 Purpose', e.purpose],
    ['导出理由 Reason', e.reason],
    ['关联线索 Finding', e.finding ?? '—'],
    ['申请人 Requested by', `${e.requestedBy}，${time(e.requestedAt)}`],
    ['批准人 Approved by', `${e.approvedBy}，${time(e.approvedAt)}`],
    ['制作时间 Made at', time(e.madeAt)],
    ['程序 Program', m.program],
    ['签名密钥 Key', m.key.id],
  ]
  const cameras = m.cameras
    .map(
      (c) =>
        `<h3>${safe(c.name.zh)} <small>${safe(c.name.en)} · ${safe(c.id)}</small></h3><table><tr><th>起 From</th><th>止 To</th><th>状态 State</th></tr>${c.spans
          .map(
            (s) =>
              `<tr class="${s.is}"><td>${time(s.from)}</td><td>${time(s.to)}</td><td>${safe(stateOf(s.is, s.cause, s.late))}</td></tr>`,
          )
          .join('')}</table>`,
    )
    .join('')
  return `<!doctype html><html lang="zh"><meta charset="utf-8"><title>录像导出 ${safe(e.id)}</title><style>
body{font:14px/1.6 "Noto Sans CJK SC","Microsoft YaHei",SimSun,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111}
h1{font-size:1.5rem}h3{margin:1.2rem 0 .3rem}small{color:#555;font-weight:normal}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #bbb;padding:.25rem .5rem;text-align:left;vertical-align:top}th{background:#f0f0f0;white-space:nowrap}
.gap td{background:#fff3e0}code{font-size:.8em;word-break:break-all}@media print{body{margin:0}}</style>
<h1>录像证据导出封面 <small>Cover sheet of exported recordings</small></h1>
<table>${rows.map(([k, v]) => `<tr><th>${safe(k)}</th><td>${safe(v)}</td></tr>`).join('')}</table>
<h2>录像时段 <small>What was recorded, and what was not</small></h2>${cameras}
<h2>核验 <small>Proof</small></h2>
<p>原始录像（original/）为录制时逐字节封存的片段，或在关键帧处截取的片段，未经重新编码；播放副本（playable/）经重新编码并加注水印，仅供观看。
在任意计算机上执行 <code>npm run verify -- 文件名.zip --key 公钥.pem</code> 即可核验；任一比特改变都会指出所在文件。公钥应从本局另行取得。</p>
<p>The originals are the segments as they were sealed, or cut at key frames, byte for byte; the playable copies are encoded anew with a watermark.
<code>npm run verify -- ARCHIVE --key PUBLIC.pem</code> proves the archive on any machine and names the first file of which a single bit was changed. Take the public key from the bureau itself.</p>
<table><tr><th>文件 File</th><th>SHA-256</th></tr>${files.map((f) => `<tr><td>${safe(f.name)}</td><td><code>${f.sha256}</code></td></tr>`).join('')}</table></html>
`
}

const words: Readonly<Record<string, string>> = {
  recorded: '有录像 recorded',
  open: '录制中 being recorded',
  'never-recorded': '从未录制 never recorded',
  'source-down': '摄像机中断 camera down',
  'recorder-down': '录像服务中断 recorder down',
  'disk-full': '存储已满 disk full',
  expired: '超期已清除 expired',
  deleted: '已删除 deleted',
  missing: '文件缺失 missing',
  unknown: '原因不明 cause unknown',
}
const stateOf = (is: string, cause: string | null, late: boolean): string =>
  `${words[cause ?? is] ?? cause ?? is}${late ? '（补传 came late）' : ''}`

const safe = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!)

/** `2026-03-02 09:00:00.000` on China's clock. */
const time = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().replace('T', ' ').slice(0, 23)

/** Tracks as GeoJSON, WGS-84: a line a carrier with the time of each point; what has no position is left out. */
export const tracksGeoJson = (tracks: readonly ReviewTrack[]): string =>
  `${JSON.stringify({
    type: 'FeatureCollection',
    features: tracks.map(({ carrier, name, kind, unit, points }) => {
      const fixed = points.filter((p) => p.position !== null)
      return {
        type: 'Feature',
        properties: {
          ...{ carrier, name, kind, unit },
          times: fixed.map((p) => new Date(p.observedAt).toISOString()),
          recorded: fixed.map((p) => new Date(p.recordedAt).toISOString()),
          speedKmh: fixed.map((p) => p.speedKmh),
        },
        geometry:
          fixed.length > 1
            ? { type: 'LineString', coordinates: fixed.map((p) => p.position) }
            : fixed.length === 1
              ? { type: 'Point', coordinates: fixed[0]!.position }
              : null,
      }
    }),
  })}\n`

const cell = (value: unknown): string => {
  const text = value === null || value === undefined ? '' : String(value)
  // A cell that begins like a formula is not one.
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replace(/"/g, '""')}"` : plain
}

/** Events as CSV that spreadsheets open with the right characters. */
export const eventsCsv = (events: readonly ReviewEvent[]): string => {
  const head = [
    '序号 seq',
    '时间 time',
    '入库时间 recorded',
    '类别 family',
    '事件 kind',
    '房间 room',
    '车辆人员 carrier',
    '内容 data',
  ]
  const lines = [...events]
    .sort((a, b) => a.at - b.at || a.seq - b.seq)
    .map((e) => [e.seq, time(e.at), time(e.recordedAt), e.family, e.kind, e.room, e.carrier, JSON.stringify(e.data)])
  return `\ufeff${[head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
}
