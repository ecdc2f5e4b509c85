import { all, last } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { publicOrder2025 } from '../patterns/enactments.ts'

export const equipmentDown = deedWithin({
  id: 'case-area.equipment-down',
  title: {
    zh: '办案区录音录像或者感知设备长时间不工作',
    en: 'Recording or sensing equipment of the case area stayed down',
  },
  grade: 'C',
  citations: [
    publicOrder2025(
      '第一百三十七条',
      '公安机关应当履行同步录音录像运行安全管理职责，完善技术措施，定期维护设施设备，保障录音录像设备运行连续、稳定、安全。',
    ),
  ],
  params: [{ from: '2026-01-01', value: { amount: 60, unit: 'minute' } }],
  localSettings: [
    { param: 'amount', title: { zh: '设备失效容许时间', en: 'How long equipment may be down' }, unit: 'minute' },
  ],
  limits: {
    zh: '法律没有规定时间数，分钟数是本地设定；责任在设备管理单位。有人时另按更短的时间监督。',
    en: 'The law gives no number; the minutes are a local setting. The equipment’s owner answers for it; while someone is held in the room a shorter time holds.',
  },
  consumes: ['sensor.installed', 'sensor.failed', 'sensor.restored'],
  subject: ({ data }) => data.sensor,
  begins(file, { register: { custody } }) {
    const state = last(file, 'sensor.failed', 'sensor.restored')
    const failed = all(file, 'sensor.failed').at(-1)
    if (!failed || (state?.kind === 'sensor.restored' && state.at < failed.at)) return undefined
    // The first failure of the present outage.
    const before = all(file, 'sensor.restored').findLast((r) => r.at <= failed.at)
    const begun = all(file, 'sensor.failed').find((f) => f.at >= (before?.at ?? 0)) ?? failed
    return {
      at: begun.at,
      seen: [begun],
      unit: custody.sensor(begun.data.sensor)?.owner ?? null,
      facts: { sensor: begun.data.sensor, fault: begun.data.fault },
    }
  },
  done: (file, { at }) => all(file, 'sensor.restored').find((r) => r.at >= at),
})
