import { days, hours, type Minute, type Told, tell, when } from './scene.ts'

const squad = 'patrol-squad'
const east = 'station-chengdong'

interface Item {
  readonly item: string
  readonly case: string
  readonly unit: string
  readonly type: 'public-order' | 'criminal'
  readonly what: string
  readonly kind: string
  readonly officers: readonly [string, string]
  readonly weightG: number
}
const watch: Item = {
  item: 'CW-1',
  case: 'LA-203',
  unit: squad,
  type: 'criminal',
  what: '手表一块',
  kind: 'valuables',
  officers: ['P21', 'P22'],
  weightG: 142,
}
const phone: Item = { ...watch, item: 'CW-2', what: '手机一部', kind: 'electronic', weightG: 189 }
const cash: Item = { ...watch, item: 'CW-3', what: '现金人民币二千四百元', kind: 'cash', weightG: 30 }
const knife: Item = {
  item: 'CW-4',
  case: 'LA-204',
  unit: 'station-chengxi',
  type: 'public-order',
  what: '木柄刀一把',
  kind: 'weapon',
  officers: ['P27', 'P28'],
  weightG: 310,
}
const bicycle: Item = {
  ...knife,
  item: 'CW-5',
  case: 'LA-304',
  unit: east,
  what: '自行车一辆',
  kind: 'vehicle',
  officers: ['P01', 'P02'],
  weightG: 14_200,
}

/** Approved, and taken by two with a list. */
const seized = (one: Item, at: Minute, more: Readonly<Record<string, unknown>> = {}): Told[] => {
  const { item, unit, type, what, kind, officers, weightG } = one
  return [
    tell(at - 30, 'property.approved', {
      item,
      unit,
      what: 'seizure',
      by: 'P49',
      rank: type === 'criminal' ? 'department-chief' : 'bureau-chief',
      document: `KY-${item}`,
    }),
    tell(at, 'property.seized', {
      item,
      case: one.case,
      type,
      unit,
      how: 'seizure',
      officers,
      list: `QD-${item}`,
      copies: type === 'criminal' ? 3 : 2,
      what,
      kind,
      place: 'scene',
      weightG,
      seal: `F-${item}`,
      ...more,
    }),
  ]
}
/** Given to the custodian, and entered. */
const stored = ({ item, unit, officers, weightG }: Item, at: Minute): Told[] => [
  tell(at, 'property.handed-over', { item, unit, by: officers[0], to: 'P48' }),
  tell(at + 5, 'property.received', { item, unit, custodian: 'P48', store: 'G-03', weightG, seal: `F-${item}` }),
  tell(at + 15, 'property.registered', {
    item,
    unit,
    number: `TZ-${item}`,
    cause: true,
    origin: true,
    state: true,
    store: true,
    destination: true,
  }),
]
const borrowed = ({ item, unit, officers }: Item, at: Minute, dueAt: Minute, approved: boolean): Told[] => [
  ...(approved
    ? [tell(at - 20, 'property.approved', { item, unit, what: 'borrow', by: 'P49', rank: 'department-chief' })]
    : []),
  tell(at, 'property.borrowed', {
    item,
    unit,
    by: officers[0],
    purpose: 'appraisal',
    dueAt: when(dueAt),
    approvedRank: approved ? 'department-chief' : null,
  }),
]
const returned = ({ item, unit, weightG }: Item, at: Minute): Told =>
  tell(at, 'property.returned', { item, unit, custodian: 'P48', weightG, seal: `F-${item}` })

const propertyOf = (lawful: boolean): Told[] => [
  // In the store for days, lent for an appraisal and back in time; or a little late.
  ...seized(watch, days(-4)),
  ...stored(watch, days(-4) + hours(3)),
  ...borrowed(watch, hours(-3), 8, true),
  returned(watch, lawful ? 5 : 14),
  // Lent with leave; or without.
  ...seized(phone, days(-4)),
  ...stored(phone, days(-4) + hours(3)),
  ...borrowed(phone, hours(-2), hours(4), lawful),
  // Back in the store within a day; or still in somebody's drawer when the day is over.
  ...seized(cash, days(-1) + 2),
  ...(lawful ? stored(cash, -30) : []),
  // With a list; or without.
  ...seized(knife, days(-2), lawful ? {} : { list: null, copies: null }),
  ...stored(knife, days(-2) + hours(2)),
  // The same weight and the same seal; or not.
  ...seized(bicycle, days(-2)),
  ...stored(bicycle, days(-2) + hours(4)),
  tell(9, 'property.checked', {
    item: bicycle.item,
    unit: east,
    by: 'P48',
    weightG: bicycle.weightG,
    seal: lawful ? `F-${bicycle.item}` : 'F-OTHER',
    sealBroken: false,
  }),
  // An account, frozen for half a year by the right chief.
  tell(days(-3), 'property.frozen', {
    account: 'ZH-203-1',
    case: 'LA-203',
    unit: squad,
    asset: 'deposit',
    endsAt: when(days(175)),
    by: 'P49',
    rank: 'bureau-chief',
  }),
]
export const rightProperty = propertyOf(true)
export const wrongProperty = propertyOf(false)
