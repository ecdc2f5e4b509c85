/** Every refusal of this door: its HTTP status and what would be right, in both languages. */
export const refusals = {
  method: [405, '只接受 GET 和 POST。', 'Only GET and POST are taken.'],
  'bad-address': [400, '请求地址无法解析。', 'The request address cannot be read.'],
  'too-large': [413, '请求正文超过上限（64 KB）。', 'The body is over the limit of 64 kB.'],
  'too-slow': [408, '请求正文没有在限定时间内发完。', 'The body did not arrive in time.'],
  broken: [400, '请求正文没有发完。', 'The body broke off.'],
  'missing-id': [400, '缺少设备标识（id 或 device_id）。', 'The device identifier (id or device_id) is missing.'],
  'bad-json': [400, '正文不是可读的 JSON。', 'The body is no readable JSON.'],
  'bad-field': [400, '某一字段的值不对，见 detail。', 'A field has a wrong value; see detail.'],
  'no-report': [400, '没有任何位置。', 'There is no position in it.'],
  'wrong-token': [
    401,
    '缺少设备口令或口令不对：请在控制台“设备”页取得口令，填入服务器地址 /osmand/<口令>，或用 ?token=、Basic 认证。',
    'The device token is missing or wrong: take it from the Devices page and use the address /osmand/<token>, ?token= or Basic authentication.',
  ],
  'not-approved': [
    403,
    '该设备尚未批准，已列入待批准名单。',
    'This device is not approved yet; it is listed for approval.',
  ],
  blocked: [403, '该设备已被停用。', 'This device is blocked.'],
  'too-many': [429, '失败次数过多，请稍后再试。', 'Too many failures; try again later.'],
  'journal-behind': [503, '系统繁忙，请稍后重发。', 'The journal is behind; send again later.'],
  'journal-failed': [503, '未能入库，请稍后重发。', 'It could not be stored; send again later.'],
} as const satisfies Record<string, readonly [number, string, string]>

export type RefusalCode = keyof typeof refusals

/** Status and JSON body of a refusal. */
export const refusal = (code: RefusalCode, detail?: string): { readonly status: number; readonly body: string } => {
  const [status, zh, en] = refusals[code]
  return { status, body: JSON.stringify({ error: code, message: { zh, en }, ...(detail !== undefined && { detail }) }) }
}
