import { actionsFor } from '../../server/contract/actions.ts'
import type { Role } from '../../server/contract/roles.ts'
import type {
  AuditView,
  DeviceView,
  EvidenceView,
  FindingAction,
  FindingDetail,
  FindingView,
  RuleView,
  TrackPoint,
} from '../../server/contract/views.ts'
import { carriers, grown, placeAt, user } from './fixture-world.ts'

/** TEST FIXTURE: answers with made-up content in the contract's shapes. */

const citation = {
  law: '公安机关督察条例',
  article: '第四条',
  text: '督察机构对公安机关及其人民警察依法履行职责、行使职权和遵守纪律的下列情况，进行现场督察：……（四）治安突发事件的处置情况；（五）治安管理等工作的执法情况。',
  from: '2011-10-01',
  until: null,
  checked: 'verified' as const,
}

export const ruleViews: readonly RuleView[] = [
  {
    id: 'patrol.left-beat',
    title: { zh: '巡逻车离开巡区', en: 'Patrol car has left its beat' },
    grade: 'B',
    citations: [citation],
    limits: {
      zh: '定位误差大于到巡区边界的距离时不作判断；看不到车内是否有人。',
      en: 'Says nothing while the error circle reaches the beat; cannot see whether anyone is in the car.',
    },
    params: [{ from: '2026-01-01', value: { dwellMs: 180_000 } }],
    localSettings: [{ param: 'dwellMs', title: { zh: '离开多久才算', en: 'Time outside that counts' }, unit: 'ms' }],
    shipsOff: null,
    healthy: true,
  },
  {
    id: 'vehicle.speeding',
    title: { zh: '无紧急任务超速行驶', en: 'Speeding without an urgent order' },
    grade: 'B',
    citations: [{ ...citation, checked: 'secondary' }],
    limits: { zh: '只知道已导入的限速。', en: 'Knows only the limits that were imported.' },
    params: [{ from: '2026-01-01', value: { overKmh: 10 } }],
    localSettings: [],
    shipsOff: { zh: '等待限速数据', en: 'Waits for speed limits' },
    healthy: false,
  },
]

const evidenceOf = (view: FindingView): EvidenceView[] =>
  Array.from({ length: 14 }, (_, i) => {
    const observedAt = view.finding.since + (i - 9) * 20_000
    const { position, headingDeg } = placeAt(3, observedAt)
    return {
      seq: 1000 + i,
      kind: 'position.reported',
      observedAt,
      recordedAt: observedAt + (i === 4 ? 190_000 : 350),
      source: 'jt808:13995480003',
      data: {
        device: 'jt808:13995480003',
        carrier: view.finding.concerns.carrier,
        position,
        accuracyM: 15,
        speedKmh: 34,
        headingDeg,
        altitudeM: 41,
        satellites: 11,
        ignitionOn: true,
        delivery: i === 4 ? 'backfill' : 'live',
        mocked: null,
      },
      rawHex: '7e0200001c013995480003002a00000000000c000301d2a63d071d5f8000290154005a261122131005017e',
      hash: 'b7e0a4f1c39d5520b1d27f6c8b80c2ba3f9f6c0ee2a1d8574c2e1f7f0d9a6b31',
    }
  })

export const detailOf = (view: FindingView, role: Role): FindingDetail => {
  const { name, unit } = user(role)
  return {
    view,
    rule: { ...ruleViews[0]!, id: view.finding.rule, title: view.title, grade: view.finding.grade },
    evidence: evidenceOf(view),
    history: [
      { seq: 990, at: view.finding.openedAt, by: 'system', what: 'opened', detail: { facts: {}, evidence: [] } },
      ...(view.acknowledged === null
        ? []
        : [{ seq: 1001, at: view.acknowledged.at, by: view.acknowledged.by, what: 'acknowledged', detail: {} }]),
      ...(view.dismissal === null
        ? []
        : [
            {
              seq: 1002,
              at: view.dismissal.at,
              by: view.dismissal.proposedBy,
              what: 'dismissal-proposed',
              detail: { outcome: view.dismissal.outcome, reason: view.dismissal.reason },
            },
          ]),
    ],
    next: actionsFor({ name, role, unit }, view, Date.now()),
  }
}

/** A finding after a step, as far as the console's tests need it. */
export const stepped = (
  f: FindingView,
  action: FindingAction,
  body: Record<string, unknown>,
  by: string,
): FindingView => {
  const at = Date.now()
  const next = { ...f, seq: f.seq + 10_000 }
  if (action === 'acknowledge') return { ...next, acknowledged: { by, at }, status: 'acknowledged' }
  if (action === 'claim') return { ...next, claimed: { by, at } }
  if (action === 'release') return { ...next, claimed: null }
  if (action === 'shelve')
    return {
      ...next,
      shelved: { by, until: at + Number(body.minutes) * 60_000, reason: String(body.reason) },
      status: 'shelved',
    }
  if (action === 'dismiss')
    return {
      ...next,
      dismissal: { proposedBy: by, at, outcome: 'lawful-exception', reason: String(body.reason) },
      status: f.finding.grade === 'A' ? 'dismissal-proposed' : 'dismissed',
    }
  return next
}

export const trackOf = (carrier: string, from: number, to: number): { points: TrackPoint[]; truncated: boolean } => {
  const i = carriers(to).findIndex((c) => c.id === carrier)
  const points: TrackPoint[] = []
  for (let at = from; at <= to; at += 10_000) {
    const minute = Math.floor(at / 60_000) % 10
    if (minute === 3 || minute === 4 || minute === 5) continue // a hole, to be shown as a hole
    const { position, headingDeg } = placeAt(i, at)
    points.push({
      seq: at,
      observedAt: at,
      recordedAt: at + 300,
      position,
      speedKmh: 31,
      headingDeg,
      accuracyM: 15,
      delivery: minute === 7 ? 'backfill' : 'live',
    })
  }
  return { points, truncated: false }
}

export const devices = (now: number): DeviceView[] =>
  grown.cars.map((c, i) => ({
    id: `jt808:1399548${String(i).padStart(4, '0')}`,
    protocol: 'jt808-2019',
    carrier: i === 3 ? null : `vehicle/${c.id}`,
    owner: i === 3 ? null : c.unit,
    trust: i === 3 ? 'unknown' : i === 8 ? 'blocked' : 'approved',
    online: i % 5 !== 0,
    lastHeardAt: i === 9 ? null : now - i * 3_000,
    lastFrameHex: '7e0002000001399548000100017e',
    plate: c.plate,
    faults: i % 4 === 1 ? i : 0,
    lastFault: i % 4 === 1 ? { at: now - 90_000, fault: 'bad-checksum', detail: 'expected 3f, got 40' } : null,
  }))

export const auditPage = (now: number): { items: AuditView[]; total: number; page: number; pageSize: number } => ({
  items: Array.from({ length: 60 }, (_, i) => ({
    seq: 9_000 - i,
    at: now - i * 47_000,
    by: i % 3 === 0 ? 'supervisor' : 'chief',
    kind: ['view.opened', 'finding.acknowledged', 'session.opened', 'zone.drawn'][i % 4]!,
    data: { what: 'track', subject: 'vehicle/C07', purpose: '' },
  })),
  total: 4_711,
  page: 1,
  pageSize: 100,
})
