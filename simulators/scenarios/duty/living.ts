/** What a business system says: type without the prefix, when it happened, the data. */
export type Event = readonly [type: string, at: number, data: Readonly<Record<string, unknown>>]

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const CHINA_MS = 8 * HOUR_MS
/** After so long the script begins anew. */
export const CYCLE_MINUTES = 120

const iso = (at: number): string => `${new Date(at + CHINA_MS).toISOString().slice(0, 19)}+08:00`
const dayOf = (at: number): string => new Date(at + CHINA_MS).toISOString().slice(0, 10)

/** The units with duty officers in the house, beside the crews of their cars. */
const houses = [
  { unit: 'station-chengdong', key: 'cd', zh: '澄东派出所', en: 'Chengdong Station' },
  { unit: 'station-chengxi', key: 'cx', zh: '澄西派出所', en: 'Chengxi Station' },
  { unit: 'traffic', key: 'jj', zh: '交警大队', en: 'Traffic Police' },
] as const
type House = (typeof houses)[number]
const roles = ['chief', 'deputy', 'day', 'night', 'standby', 'window', 'away'] as const
type Post = (typeof roles)[number]

const names: Readonly<Record<string, string>> = {
  'cd-chief': '方正平',
  'cd-deputy': '严家辉',
  'cd-day': '孟庆云',
  'cd-night': '石磊',
  'cd-standby': '柳志成',
  'cd-window': '夏青青',
  'cd-away': '贾文博',
  'cx-chief': '薛振国',
  'cx-deputy': '雷鸣',
  'cx-day': '侯小军',
  'cx-night': '龙飞',
  'cx-standby': '万里',
  'cx-window': '钱秋月',
  'cx-away': '汤建华',
  'jj-chief': '武卫东',
  'jj-deputy': '尹航',
  'jj-day': '黎明亮',
  'jj-night': '常胜',
  'jj-standby': '乔远山',
  'jj-window': '施雨',
  'jj-away': '翟立群',
}
/** Police numbers of those who serve in the house; the county's own tables name the crews. */
const idOf = ({ key }: House, post: Post): string => `Z${key.toUpperCase()}${roles.indexOf(post) + 1}`
/** As the county's own list of rooms has it. */
const roomOf = ({ unit }: House): string => `duty-${unit}`
const windowOf = ({ key }: House): string => `window-${key}`

const assigned = (
  house: House,
  said: number,
  duty: string,
  role: string,
  post: Post,
  place: string | null,
  startsAt: number,
  endsAt: number,
  backup: Post | null = null,
): Event => [
  'duty.assigned',
  said,
  {
    duty,
    unit: house.unit,
    role,
    officer: idOf(house, post),
    post: place,
    startsAt: iso(startsAt),
    endsAt: iso(endsAt),
    ...(backup === null ? {} : { backup: idOf(house, backup) }),
  },
]
const sign = (house: House, on: boolean, at: number, post: Post, place: string | null): Event => [
  on ? 'duty.signed-in' : 'duty.signed-out',
  at,
  { officer: idOf(house, post), unit: house.unit, post: place, by: 'face' },
]
const tested = (house: House, at: number, post: Post, mgPer100ml = 0): Event => [
  'alcohol.tested',
  at,
  {
    test: `demo-${idOf(house, post)}-${at.toString(36)}`,
    officer: idOf(house, post),
    unit: house.unit,
    mgPer100ml,
    result: 'valid',
    context: 'sign-in',
  },
]

/** The day a watch of the house belongs to begins at eight. */
const dutyDay = (now: number): number => {
  const eight = Date.parse(`${dayOf(now)}T08:00:00+08:00`)
  return eight <= now ? eight : eight - DAY_MS
}

const house = (one: House, begin: number, now: number): Event[] => {
  const { unit, key, zh, en } = one
  const room = roomOf(one)
  const window = windowOf(one)
  const from = dayOf(begin)
  const said = now - MINUTE_MS
  const events: Event[] = [
    [
      'window.hours-posted',
      said,
      {
        window,
        unit,
        name: { zh: `${zh}户籍窗口`, en: `${en}: service window` },
        weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, hours: [{ from: '08:30', to: '18:00' }] })),
        holidaysClosed: false,
      },
    ],
    [
      'leader.appointed',
      said,
      {
        appointment: `demo-${key}-chief`,
        officer: idOf(one, 'chief'),
        unit,
        office: 'chief',
        startsAt: iso(begin - 300 * DAY_MS),
      },
    ],
    [
      'leave.approved',
      said,
      {
        leave: `demo-${key}-${from}`,
        officer: idOf(one, 'away'),
        kind: key === 'cx' ? 'training' : 'annual',
        startsAt: iso(begin - DAY_MS),
        endsAt: iso(begin + 4 * DAY_MS),
        outOfArea: true,
      },
    ],
  ]
  for (let n = 0; n < 3; n++) {
    const day = begin + n * DAY_MS
    const id = (what: string): string => `demo-${key}-${dayOf(day)}-${what}`
    events.push(
      assigned(
        one,
        said,
        id('leader'),
        'leader',
        n % 2 === 0 ? 'chief' : 'deputy',
        null,
        day,
        day + DAY_MS,
        n % 2 === 0 ? 'deputy' : 'chief',
      ),
      assigned(one, said, id('day'), 'officer', 'day', room, day, day + 12 * HOUR_MS),
      assigned(one, said, id('night'), 'officer', 'night', room, day + 12 * HOUR_MS, day + DAY_MS),
      assigned(one, said, id('standby'), 'standby', 'standby', null, day, day + DAY_MS),
      assigned(one, said, id('window'), 'window', 'window', window, day + 30 * MINUTE_MS, day + 10 * HOUR_MS),
    )
  }
  return events
}

/**
 * Who serves in the house, and what the running watch had done before the demonstration began. Chengxi's leader has not
 * come: nobody signed in for them, which is one of the breaches to be found.
 */
export const dutyRoster = (now: number): Event[] => {
  const begin = dutyDay(now)
  const night = now >= begin + 12 * HOUR_MS
  const told: Event[] = [
    ...(['duty', 'windows', 'conferences', 'body-cameras'] as const).map(
      (watches): Event => [
        'sensor.installed',
        begin - HOUR_MS,
        { sensor: `demo-system-${watches}`, watches: [watches], room: null, owner: 'support' },
      ],
    ),
    ...houses.flatMap((one) =>
      roles.map(
        (post): Event => [
          'officer.registered',
          begin - HOUR_MS,
          {
            officer: idOf(one, post),
            name: names[`${one.key}-${post}`]!,
            unit: one.unit,
            kind: 'officer',
            sex: null,
            rank: null,
          },
        ],
      ),
    ),
    ...houses.flatMap((one) => house(one, begin, now)),
  ]
  for (const one of houses) {
    const room = roomOf(one)
    const camera = `bwc-${one.key}-1`
    const [on, off] = night ? (['night', 'day'] as const) : (['day', 'night'] as const)
    const since = night ? begin + 12 * HOUR_MS : begin
    if (one.key !== 'cx') told.push(sign(one, true, begin - 8 * MINUTE_MS, 'chief', null))
    told.push(sign(one, true, begin - 6 * MINUTE_MS, 'standby', null))
    if (night) {
      told.push(sign(one, true, begin - 10 * MINUTE_MS, 'day', room), tested(one, begin - 9 * MINUTE_MS, 'day'))
      told.push(sign(one, false, since + 9 * MINUTE_MS, 'day', room))
    }
    told.push(sign(one, true, since - 10 * MINUTE_MS, on, room), tested(one, since - 9 * MINUTE_MS, on))
    told.push(
      ...(night || now < begin + 10 * MINUTE_MS ? [handedOver(one, since + 4 * MINUTE_MS, off, on, [off, on])] : []),
    )
    const open = begin + 30 * MINUTE_MS
    const shut = begin + 10 * HOUR_MS
    if (now >= open && now < shut)
      told.push(sign(one, true, open - 6 * MINUTE_MS, 'window', windowOf(one)), [
        'window.staffed',
        open - 2 * MINUTE_MS,
        { window: windowOf(one), unit: one.unit, officer: idOf(one, 'window'), source: 'queue-system' },
      ])
    told.push(['body-camera.issued', since + MINUTE_MS, { device: camera, officer: idOf(one, on), unit: one.unit }])
  }
  return told.filter(([, at]) => at <= now).sort((a, b) => a[1] - b[1])
}

const handedOver = (one: House, at: number, from: Post, to: Post, signers: readonly Post[]): Event => [
  'duty.handed-over',
  at,
  {
    handover: `demo-${one.key}-${at.toString(36)}`,
    unit: one.unit,
    post: roomOf(one),
    from: [idOf(one, from)],
    to: [idOf(one, to)],
    openItems: 2,
    personsHeld: 0,
    signedBy: signers.map((post) => idOf(one, post)),
  },
]

/**
 * Two hours of the running watch. Lawful mostly; what is not: the officer of Traffic leaves the duty room for half an
 * hour without a word, and the leader of Chengxi does not come to the video conference. Chengdong's officer does the
 * same things as they are to be done: reports leaving, and somebody stands in.
 */
export const dutyScript = (begun: number): Event[] => {
  const [cd, cx, jj] = houses
  const at = (minutes: number): number => Math.round(begun + minutes * MINUTE_MS)
  const run = begun.toString(36)
  const begin = dutyDay(begun)
  const on: Post = begun >= begin + 12 * HOUR_MS ? 'night' : 'day'
  const conference = `demo-conference-${run}`
  const recording = (key: string): string => `demo-${key}-${run}`
  const camera = (one: House): Record<string, unknown> => ({
    device: `bwc-${one.key}-1`,
    officer: idOf(one, on),
    unit: one.unit,
  })
  const attends = (minutes: number, one: House, what: 'joined' | 'left'): Event => [
    `conference.${what}`,
    at(minutes),
    { conference, unit: one.unit, officer: idOf(one, 'chief') },
  ]
  const events: Event[] = [
    [
      'conference.scheduled',
      at(0.2),
      {
        conference,
        title: '全县公安机关视频调度会',
        host: 'bureau',
        venues: houses.map((one) => ({ unit: one.unit, terminal: null, required: [idOf(one, 'chief')] })),
        startsAt: iso(at(3)),
        endsAt: iso(at(18)),
      },
    ],
    ['body-camera.started', at(0.5), { ...camera(cd), recording: recording('cd') }],
    sign(jj, false, at(1), on, roomOf(jj)),
    attends(1.5, cd, 'joined'),
    attends(2, jj, 'joined'),
    [
      'post.absence-reported',
      at(4),
      {
        absence: `demo-cd-${run}`,
        officer: idOf(cd, on),
        unit: cd.unit,
        post: roomOf(cd),
        reason: '送报警人就医',
        to: idOf(cd, 'chief'),
        substitute: idOf(cd, 'standby'),
        until: iso(at(30)),
      },
    ],
    sign(cd, false, at(4.2), on, roomOf(cd)),
    [
      'post.observed',
      at(5),
      { post: roomOf(cd), unit: cd.unit, present: true, people: 1, officer: idOf(cd, 'standby'), source: 'camera' },
    ],
    ['post.observed', at(5.5), { post: roomOf(cx), unit: cx.unit, present: true, people: 1, source: 'camera' }],
    ['body-camera.stopped', at(12), { ...camera(cd), recording: recording('cd'), reason: 'ended' }],
    ['body-camera.docked', at(13), { ...camera(cd), dock: 'dock-cd' }],
    [
      'body-camera.uploaded',
      at(15),
      { ...camera(cd), recording: recording('cd'), from: iso(at(0.5)), to: iso(at(12)), archive: 'bureau-archive' },
    ],
    attends(18, cd, 'left'),
    attends(18.2, jj, 'left'),
    ['conference.closed', at(18.5), { conference }],
    sign(cd, true, at(27), on, roomOf(cd)),
    [
      'post.absence-ended',
      at(27),
      { absence: `demo-cd-${run}`, officer: idOf(cd, on), unit: cd.unit, post: roomOf(cd) },
    ],
    sign(jj, true, at(31), on, roomOf(jj)),
  ]
  return [...events, ...changes(begun)].sort((a, b) => a[1] - b[1])
}

/** Watches that change within the script's time: the next comes, blows, both sign, the first leaves. */
const changes = (begun: number): Event[] => {
  const begin = dutyDay(begun)
  const until = begun + CYCLE_MINUTES * MINUTE_MS
  const edges = [begin + 12 * HOUR_MS, begin + DAY_MS].filter((edge) => edge - 10 * MINUTE_MS > begun && edge <= until)
  return edges.flatMap((edge) => {
    const [leaves, comes] = edge === begin + 12 * HOUR_MS ? (['day', 'night'] as const) : (['night', 'day'] as const)
    return houses.flatMap((one) => [
      sign(one, true, edge - 8 * MINUTE_MS, comes, roomOf(one)),
      tested(one, edge - 7 * MINUTE_MS, comes),
      handedOver(one, edge + 3 * MINUTE_MS, leaves, comes, [leaves, comes]),
      sign(one, false, edge + 6 * MINUTE_MS, leaves, roomOf(one)),
    ])
  })
}
