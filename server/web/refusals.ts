import { type Refused, refused } from '../supervision/acts.ts'

/** Refusals that are not about findings. Each says what would be right, in both languages. */
const say = (status: Refused['status'], error: string, zh: string, en: string, detail?: unknown) =>
  refused(status, { error, message: { zh, en }, ...(detail === undefined ? {} : { detail }) })

export const noSession = say(401, 'no-session', '请先登录。', 'Log in first.')
export const sessionEnded = (reason: string) => {
  const zh: Record<string, string> = {
    idle: '您已超过 15 分钟未操作，请重新登录。',
    expired: '登录已满 12 小时，请重新登录。',
    revoked: '您的登录已被撤销，请联系安全管理员。',
    replaced: '您已在别处重新登录。',
    logout: '您已退出，请重新登录。',
  }
  const en: Record<string, string> = {
    idle: 'You were away for more than 15 minutes; log in again.',
    expired: 'Twelve hours have passed since you logged in; log in again.',
    revoked: 'Your session was revoked; ask the security administrator.',
    replaced: 'You have logged in again elsewhere.',
    logout: 'You have logged out; log in again.',
  }
  return say(401, 'session-ended', zh[reason] ?? '请重新登录。', en[reason] ?? 'Log in again.', { reason })
}
export const notPermitted = (needs: string) =>
  say(403, 'not-permitted', '您的角色没有此项权限。', 'Your role does not have this permission.', { needs })
export const wrongOrigin = say(
  403,
  'wrong-origin',
  '请求来自未获准的网页来源。请从监控台本身的地址访问。',
  'The request came from a page of an origin that is not allowed. Use the address of the console itself.',
)
export const wrongCredentials = say(
  401,
  'wrong-credentials',
  '用户名或口令不正确。连续 5 次失败将锁定 15 分钟。',
  'The name or the password is wrong. Five failures lock the account for 15 minutes.',
)
export const secondFactorRequired = say(
  401,
  'second-factor-required',
  '请输入验证器上的六位动态码。',
  'Enter the six digits of your authenticator.',
)
export const locked = (retryAfterS: number) =>
  say(
    429,
    'locked',
    `失败次数过多，请在 ${Math.ceil(retryAfterS / 60)} 分钟后再试。`,
    `Too many failures; try again in ${Math.ceil(retryAfterS / 60)} minutes.`,
    { retryAfterS },
  )
export const tooMany = say(429, 'too-many-requests', '请求过于频繁，请稍候再试。', 'Too many requests; wait a moment.')
export const badRequest = (detail: unknown) =>
  say(
    422,
    'invalid',
    '请求内容不符合要求，详见 detail。',
    'The request is not as it should be; detail says where.',
    detail,
  )
export const notJson = say(
  400,
  'not-json',
  '请求正文须为 JSON（Content-Type: application/json）。',
  'The body must be JSON (Content-Type: application/json).',
)
export const tooLarge = say(
  413,
  'too-large',
  '请求正文过大，上限 256 kB。',
  'The body is too large; the limit is 256 kB.',
)
export const notForm = say(
  422,
  'not-form',
  '请求须为 multipart/form-data，文件放在以其种类命名的字段里。',
  'The request must be multipart/form-data, each file in a field named after its kind.',
)
export const formTooLarge = (limit: number) =>
  say(
    413,
    'too-large',
    `文件合计过大，上限 ${Math.floor(limit / 1_000_000)} MB。更大的请用命令 npm run import 导入。`,
    `The files are too large together; the limit is ${Math.floor(limit / 1_000_000)} MB. Use npm run import for more.`,
  )
export const importRunning = say(
  409,
  'import-running',
  '另一次导入正在进行，请稍候再试。',
  'Another import is under way; try again when it is over.',
)
export const importCancelled = say(
  409,
  'import-cancelled',
  '已取消，未作任何更改。',
  'It was given up; nothing was changed.',
)
export const importOfAnother = say(
  403,
  'import-of-another',
  '正在进行的导入由他人发起，只能由其本人取消。',
  'The import that is under way is somebody else’s; only they can give it up.',
)
export const importChanged = say(
  409,
  'import-changed',
  '试运行之后数据已有变化，请重新试运行后再确认。',
  'What is on record has changed since the dry run; run it again and confirm that.',
)
export const notBytes = say(
  422,
  'not-bytes',
  '请求正文须为字节流（Content-Type: application/octet-stream）。',
  'The body must be bytes (Content-Type: application/octet-stream).',
)
export const tooManyBytes = (most: number) =>
  say(413, 'too-large', `请求正文过大，上限 ${most} 字节。`, `The body is too large; the limit is ${most} bytes.`, {
    most,
  })
export const noSuchRoute = say(404, 'no-such-route', '没有这个接口。', 'There is no such route.')
export const notFound = (what: string) =>
  say(404, 'not-found', '没有这一项，或者您无权查看。', 'There is no such item, or you may not see it.', { what })
export const cannotRecord = say(
  503,
  'cannot-record',
  '审计日志暂时无法写入，因此不提供内容。',
  'The audit record cannot be written now, so nothing is served.',
)
export const noMedia = say(503, 'no-media', '实时视频尚未就绪。', 'Live video is not ready.')
export const unavailable = say(
  503,
  'unavailable',
  '系统暂时无法完成此操作，请稍后再试。',
  'This cannot be done right now; try again shortly.',
)
export const invalidGeometry = (problem: string, zh: string) =>
  say(422, 'invalid-geometry', `图形无效：${zh}`, `The geometry is invalid: ${problem}`, { problem })
export const accountExists = (name: string) =>
  say(
    409,
    'account-exists',
    `账号 ${name} 已存在，请换一个用户名。`,
    `The account ${name} exists already; choose another name.`,
  )
export const noSuchUnit = (unit: string) =>
  say(422, 'no-such-unit', `没有单位 ${unit}。`, `There is no unit ${unit}.`, { at: 'unit' })
export const unitNeeded = say(
  422,
  'unit-needed',
  '单位负责人和民警的账号须指定所属单位。',
  'An account of a unit leader or an officer needs a unit.',
  { at: 'unit' },
)
export const officerNeeded = say(
  422,
  'officer-needed',
  '民警账号须填写登记的警号，其页面只显示本人的勤务。',
  'An officer’s account needs their registered number: the page shows the duty of that officer only.',
  { at: 'officer' },
)
export const noSuchOfficer = (officer: string) =>
  say(422, 'no-such-officer', `没有登记警号为 ${officer} 的人员。`, `There is no officer ${officer} on the register.`, {
    at: 'officer',
  })
export const officerElsewhere = (officer: string, unit: string) =>
  say(
    422,
    'officer-elsewhere',
    `警号 ${officer} 登记在单位 ${unit}，与所选单位不符。`,
    `Officer ${officer} is registered with ${unit}, not with the unit chosen.`,
    { at: 'officer', unit },
  )
export const noOfficer = say(
  404,
  'no-officer',
  '此账号没有关联警号，无法显示勤务。请联系安全保密管理员。',
  'This account does not say which officer it belongs to, so no duty can be shown. Ask the security administrator.',
)
export const threeAdministrators = (person: string) =>
  say(
    409,
    'three-administrators',
    `${person} 已担任三员之一。审计员、系统管理员、安全保密管理员须由不同的人担任。`,
    `The person ${person} is one of the three administrators already. Auditor, system administrator and security administrator must be different people.`,
  )
export const ownRights = say(
  403,
  'own-rights',
  '不能给自己另设账号或另授角色，须由另一名安全保密管理员办理。',
  'Nobody gives themselves another account or role; another security administrator must do it.',
)
export const ownAccount = say(
  403,
  'own-account',
  '不能停用自己的账号，须由另一名安全保密管理员办理。',
  'Nobody disables their own account; another security administrator must do it.',
)
export const nothingRecorded = say(
  404,
  'nothing-recorded',
  '本服务未启用录像，没有可回放的内容。',
  'Nothing is recorded by this server, so there is nothing to play.',
)
export const noSuchReview = say(
  404,
  'no-such-review',
  '没有这次回放核查，或者已经结束。请重新填写事由打开。',
  'There is no such review, or it is over. Open one anew and give its purpose.',
)
export const staleLink = say(
  403,
  'stale-link',
  '分享链接无效或者已过期，请向分享人重新索取。',
  'The link is not valid or has expired; ask whoever shared it for a new one.',
)
export const notYours = (sources: readonly string[]) =>
  say(403, 'not-in-sight', '其中有您无权查看的摄像机。', 'Some of these cameras are not yours to look at.', { sources })
export const tooLongReview = say(422, 'too-long', '一次回放最长七天。', 'A review spans seven days at most.', {
  at: 'to',
})
export const noPicture = say(
  503,
  'no-picture',
  '摄像机此刻没有给出画面，没有截图。',
  'The camera gives no picture now; no snapshot was kept.',
)
