import type { Moment } from './timeline.ts'

/** One record of a camera, entered, of unit `traffic`; what is told of it in the order it is written. */
export const fields = {
  kind: 'camera',
  status: 'entered',
  unit: 'traffic',
  plate: '宁A12345',
  driver: null as string | null,
  violationCode: '1345',
  amountYuan: 200,
  points: 3,
  occurredAt: Date.parse('2026-03-01T08:12:30+08:00'),
}
type Values = Readonly<Record<string, string | number | null>>

/** The row changed: `values` are what the fields are now. */
export const changes = (when: string, values: Values, more: object = {}, was: Values = {}, heard?: string): Moment => {
  const before: Values = { ...fields, ...was }
  const after = { ...before, ...values }
  return [
    when,
    'ticket.changed',
    {
      ticket: 't1',
      op: 'changed',
      fields: after,
      changes: Object.keys(values).map((field) => ({
        field,
        before: before[field] ?? null,
        after: after[field] ?? null,
      })),
      txId: '80',
      ...more,
    },
    heard,
  ]
}
export const issued = (when: string, more: object = {}): Moment => [
  when,
  'ticket.changed',
  { ticket: 't1', op: 'issued', fields, txId: '1', ...more },
]
export const audited = (when: string, more: object = {}): Moment => [
  when,
  'ticket.audited',
  {
    txId: '80',
    action: 'correct',
    account: 'zhang',
    accountOf: 'J07',
    unit: 'traffic',
    terminal: 'w3',
    ip: '10.0.0.3',
    ...more,
  },
]
export const objection = (when: string, upheld = true): Moment => [
  when,
  'ticket.objection-decided',
  { ticket: 't1', objection: 'y1', upheld, unit: 'traffic' },
]
export const step = (when: string, name: string, more: object = {}, heard?: string): Moment => [
  when,
  'ticket.step-taken',
  { ticket: 't1', step: name, unit: 'traffic', officers: ['J07', 'J09'], ...more },
  heard,
]
/** Working days are those of the week but for the days named. */
export const calendar = (when = '2012-01-01 00:00', from = 2012, to = 2032): Moment[] =>
  Array.from(
    { length: to - from },
    (_, i): Moment => [when, 'calendar.published', { year: from + i, holidays: [], workdays: [], source: 'test' }],
  )
