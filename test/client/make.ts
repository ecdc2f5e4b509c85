import type { FindingView, Grade } from '../../server/contract/views.ts'

type Patch = Partial<FindingView> & {
  readonly id?: string
  readonly grade?: Grade
  readonly carrier?: string | null
  readonly unit?: string
  readonly openedAt?: number
}

/** A finding for tests: new, grade B, of vehicle/1, unless said otherwise. */
export const findingView = ({
  id = 'f1',
  grade = 'B',
  carrier = 'vehicle/1',
  unit = 'u1',
  openedAt = 1_000,
  ...rest
}: Patch = {}): FindingView => ({
  finding: {
    id,
    rule: 'r',
    subject: 's',
    grade,
    since: openedAt - 500,
    openedAt,
    evidence: [1],
    facts: {},
    concerns: { unit, carrier, officers: [], place: null },
  },
  title: { zh: '离开巡区', en: 'Left its beat' },
  active: true,
  endedAt: null,
  acknowledged: null,
  claimed: null,
  shelved: null,
  verified: null,
  dismissal: null,
  closed: null,
  status: 'new',
  seq: 1,
  ...rest,
})
export const seen = { by: 'x', at: 1 } as const
