import type { Reference, Scenario } from './scenario.ts'

const shift = (car: string, beat: string | null, from: number, to: number): Reference => ({
  shifts: [{ carrier: `vehicle/${car}`, beat, from, to }],
  tasks: [],
  orders: [],
})

const races = { car: 'C18', script: [{ at: 4, do: 'hurry', times: 1.5, forMin: 1.2 }] } as const
const drivesOff = {
  car: 'C09',
  from: { unit: 'station-shuangqiao' },
  script: [
    { at: 0, do: 'stop', engine: 'off' },
    { at: 6, do: 'patrol' },
  ],
} as const
const crossesTheLine = { car: 'C09', script: [{ at: 2, do: 'go', to: { beyond: 'south' } }] } as const
const staysAtTheResort = { car: 'C09', script: [{ at: 1, do: 'go', to: { area: 'leisure-qingyuan' } }] } as const

/** Speed, use outside duty, outside the county, where there is no business; each with its lawful twin. */
export const vehicleScenarios: readonly Scenario[] = [
  {
    id: 'speeding',
    title: { zh: '警车超速行驶', en: 'A police car speeds' },
    lasts: 14,
    cast: [races],
    reference: shift('C18', 'B18', -8, 240),
    expects: [{ rule: 'vehicle.speeding', subject: 'vehicle/C18', since: 4.4, tolerance: 1 }],
  },
  {
    id: 'urgent-order',
    title: { zh: '执行紧急任务', en: 'It speeds under an urgent order' },
    lawfulTwinOf: 'speeding',
    lasts: 14,
    cast: [races],
    reference: {
      ...shift('C18', 'B18', -8, 240),
      orders: [{ carriers: ['vehicle/C18'], urgent: true, from: 3, to: 20 }],
    },
    expects: [],
  },
  {
    id: 'off-duty-use',
    title: { zh: '非勤务时间用车', en: 'A police car is driven outside duty' },
    lasts: 20,
    cast: [drivesOff],
    reference: shift('C09', null, -300, -60),
    expects: [{ rule: 'vehicle.used-off-duty', subject: 'vehicle/C09', since: 6, tolerance: 2 }],
  },
  {
    id: 'recalled',
    title: { zh: '下班后受指令出警', en: 'It is called out after its shift' },
    lawfulTwinOf: 'off-duty-use',
    lasts: 20,
    cast: [drivesOff],
    reference: {
      ...shift('C09', null, -300, -60),
      orders: [{ carriers: ['vehicle/C09'], urgent: false, from: 5, to: 60 }],
    },
    expects: [],
  },
  {
    id: 'outside-county',
    title: { zh: '警车驶出县域', en: 'A police car leaves the county' },
    lasts: 30,
    cast: [crossesTheLine],
    reference: shift('C09', null, -8, 240),
    expects: [{ rule: 'vehicle.outside-county', subject: 'vehicle/C09', since: 9, tolerance: 3 }],
  },
  {
    id: 'escort',
    title: { zh: '经批准押解出县', en: 'It leaves the county on an approved escort' },
    lawfulTwinOf: 'outside-county',
    lasts: 30,
    cast: [crossesTheLine],
    reference: {
      ...shift('C09', null, -8, 240),
      tasks: [{ carrier: 'vehicle/C09', purpose: '出县', from: 0, to: 120 }],
    },
    expects: [],
  },
  {
    id: 'at-the-resort',
    title: { zh: '警车停在度假山庄', en: 'A police car stays at a resort' },
    lasts: 20,
    cast: [staysAtTheResort],
    reference: shift('C09', null, -8, 240),
    expects: [{ rule: 'vehicle.at-leisure-place', subject: 'vehicle/C09', since: 6, tolerance: 2 }],
  },
  {
    id: 'called-to-the-resort',
    title: { zh: '受指令到度假山庄处警', en: 'It stays there under a dispatch order' },
    lawfulTwinOf: 'at-the-resort',
    lasts: 20,
    cast: [staysAtTheResort],
    reference: {
      ...shift('C09', null, -8, 240),
      orders: [{ carriers: ['vehicle/C09'], urgent: false, from: 0, to: 60 }],
    },
    expects: [],
  },
]
