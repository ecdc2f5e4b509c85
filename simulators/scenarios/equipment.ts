import type { Reference, Scenario } from './scenario.ts'

const shift = (carrier: string, beat: string | null): Reference => ({
  shifts: [{ carrier, beat, from: -8, to: 240 }],
  tasks: [],
  orders: [],
})

/** What goes wrong with equipment, and must never be held against a person. */
export const equipmentScenarios: readonly Scenario[] = [
  {
    id: 'tracker-silent',
    title: { zh: '车载终端失联', en: 'A tracker falls silent' },
    lasts: 25,
    cast: [{ car: 'C11', script: [{ at: 5, do: 'lose-power', forMin: 14 }] }],
    reference: shift('vehicle/C11', 'B11'),
    expects: [{ rule: 'vehicle.tracker-silent', subject: 'vehicle/C11', since: 5, tolerance: 1 }],
  },
  {
    id: 'tracker-restarts',
    title: { zh: '终端短暂重启', en: 'A tracker restarts' },
    lawfulTwinOf: 'tracker-silent',
    lasts: 25,
    cast: [{ car: 'C11', script: [{ at: 5, do: 'lose-power', forMin: 4 }] }],
    reference: shift('vehicle/C11', 'B11'),
    expects: [],
  },
  {
    id: 'backfill-after-tunnel',
    title: { zh: '盲区补传', en: 'Eight minutes without coverage, sent afterwards' },
    lasts: 25,
    cast: [{ car: 'C19', script: [{ at: 4, do: 'lose-coverage', forMin: 8 }] }],
    reference: shift('vehicle/C19', 'B19'),
    expects: [],
  },
  {
    id: 'mocked-phone',
    title: { zh: '虚拟定位', en: 'A phone reports positions an app made up' },
    lasts: 20,
    cast: [
      {
        officer: 'P03',
        in: 'on-foot',
        beat: 'B03',
        script: [{ at: 4, do: 'mock', offsetM: [6_000, 2_500], forMin: 10 }],
      },
    ],
    reference: shift('officer/P03', 'B03'),
    expects: [],
  },
  {
    id: 'drift-at-the-edge',
    title: { zh: '巡区边缘定位漂移', en: 'The receiver drifts at the edge of the beat' },
    lasts: 25,
    cast: [{ car: 'C03', script: [{ at: 3, do: 'drift', metres: 110, forMin: 18 }] }],
    reference: shift('vehicle/C03', 'B03'),
    expects: [],
  },
  {
    id: 'sos-button',
    title: { zh: '紧急报警按钮', en: 'The emergency button is pressed' },
    lasts: 12,
    cast: [{ car: 'C07', script: [{ at: 3, do: 'press-sos' }] }],
    reference: shift('vehicle/C07', 'B07'),
    expects: [],
  },
]
