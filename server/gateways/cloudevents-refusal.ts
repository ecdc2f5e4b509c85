import type { Text } from '../domain/text.ts'

/** Every refusal of this door: its HTTP status and what would be right, in both languages. */
export const refusals = {
  'binary-mode': [
    415,
    '不接受二进制模式：签名只覆盖正文，ce-* 头未经签名，可被篡改。请改用结构化模式 application/cloudevents+json 或者批量模式 application/cloudevents-batch+json。',
    'Binary mode is not taken: the signature covers the body only, and ce-* headers are unsigned. Send structured (application/cloudevents+json) or batch (application/cloudevents-batch+json).',
  ],
  'media-type': [
    415,
    '内容类型应当是 application/cloudevents+json 或者 application/cloudevents-batch+json，且不压缩。',
    'The content type must be application/cloudevents+json or application/cloudevents-batch+json, without content-encoding.',
  ],
  'too-large': [413, '正文超过上限，请分批发送。', 'The body is over the limit; send smaller batches.'],
  'too-slow': [408, '正文没有在限定时间内发完。', 'The body did not arrive in time.'],
  unsigned: [
    401,
    '缺少签名：需要 webhook-id、webhook-timestamp、webhook-signature 三个头（Standard Webhooks）。',
    'Not signed: webhook-id, webhook-timestamp and webhook-signature are needed (Standard Webhooks).',
  ],
  malformed: [400, '签名头格式不对。', 'A signature header is malformed.'],
  stale: [
    401,
    '签名时间与本机时钟相差超过五分钟。请校准时钟，并在每次重发时重新签名。',
    'The signed timestamp is more than five minutes from our clock. Set the clock, and sign anew at every attempt.',
  ],
  forged: [401, '签名与任何在用密钥都不相符。', 'No active secret made this signature.'],
  replayed: [
    409,
    '这一请求已经收到过一次，不再接受。重发时请保留 webhook-id，更新 webhook-timestamp 并重新签名。',
    'This very request was taken before. To send again keep webhook-id, renew webhook-timestamp and sign anew.',
  ],
  reused: [
    409,
    '该 webhook-id 已用于另一正文。每次投递应当使用新的 webhook-id。',
    'This webhook-id was used for another body. Use a new one for every delivery.',
  ],
  unreadable: [400, '正文不是可读的 CloudEvents 1.0 JSON。', 'The body is no readable CloudEvents 1.0 JSON.'],
  'source-not-yours': [
    403,
    '事件的 source 未登记在签名方名下。',
    'The `source` of an event is not registered for the signer.',
  ],
  'type-not-allowed': [403, '该来源无权报送这一类型的事件。', 'This source may not send events of this type.'],
  'unknown-type': [
    422,
    '事件类型不在目录内，见 GET /intake/schemas。',
    'The type of an event is not in the catalogue; see GET /intake/schemas.',
  ],
  schema: [
    422,
    '事件数据不符合该类型的格式，见 GET /intake/schemas/:type。',
    'The data of an event do not fit its type; see GET /intake/schemas/:type.',
  ],
  'id-twice': [
    422,
    '同一批内两个不同的事件使用了相同的 source 和 id。',
    'Two different events of one batch have the same source and id.',
  ],
  'id-reused': [
    409,
    '同一 source 和 id 先前已用于内容不同的事件；先前的保留，这一个没有记录。',
    'The same source and id were used before for a different event; that one stands, this one was not recorded.',
  ],
  'json-only': [
    415,
    '内容类型应当是 application/json，且不压缩。',
    'The content type must be application/json, without content-encoding.',
  ],
  unmapped: [
    422,
    '该来源的这一数据库没有登记字段对应关系，行变更无从读懂。',
    'No mapping is registered for this database of this sender, so its rows cannot be understood.',
  ],
  mixed: [
    422,
    '同一批内不能既有行变更又有其他事件，请分开发送。',
    'A batch holds either row changes or other events; send them apart.',
  ],
  'too-many': [429, '请求过于频繁，请稍后重发。', 'Too many requests; send again later.'],
  busy: [
    503,
    '暂时不能记录，什么都没有收下，请稍后重发。',
    'It cannot be recorded now and nothing was taken; send again later.',
  ],
  'not-found': [404, '没有这个地址或者类型。', 'There is no such address or type.'],
  'wrong-method': [405, '此地址只接受 POST。', 'This address takes POST only.'],
} as const satisfies Record<string, readonly [number, string, string]>

export type RefusalCode = keyof typeof refusals

/** As `Refusal` of the contract with consoles, so that every caller reads one form. */
export interface RefusalBody {
  readonly error: RefusalCode
  readonly message: Text
  readonly detail?: unknown
}

export const refusal = (
  code: RefusalCode,
  detail?: unknown,
): { readonly status: number; readonly body: RefusalBody } => {
  const [status, zh, en] = refusals[code]
  return { status, body: { error: code, message: { zh, en }, ...(detail === undefined ? {} : { detail }) } }
}
