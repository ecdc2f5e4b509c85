import { z } from 'zod'
import { seconds } from '../../domain/time.ts'
import { publicOrder2025 } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const recordingClockDrift = wrongWhen({
  id: 'recording.clock-drift',
  title: { zh: '录音录像、门禁、摄像设备时钟不准', en: 'The clock of a recorder, door controller or camera is wrong' },
  grade: 'C',
  citations: [
    publicOrder2025(
      '第一百三十七条',
      '公安机关应当履行同步录音录像运行安全管理职责，完善技术措施，定期维护设施设备，保障录音录像设备运行连续、稳定、安全。',
    ),
  ],
  paramSchema: z.object({ toleranceSeconds: z.number() }),
  params: [{ from: '2026-01-01', value: { toleranceSeconds: 30 } }],
  localSettings: [
    { param: 'toleranceSeconds', title: { zh: '时钟误差容许值', en: 'Clock error that is tolerated' }, unit: 'second' },
  ],
  limits: {
    zh: '法律没有规定误差数，秒数是本地设定；责任在设备管理单位。摄像机时钟按测量值扣除测量误差后判断；本系统的录像按本机时钟编排，不受其影响。',
    en: 'The law gives no number; the seconds are a local setting. The equipment’s owner answers for it. A camera’s clock is judged by what was measured less the uncertainty of measuring; our own recordings go by our clock and are not moved by it.',
  },
  consumes: ['clock.compared', 'camera.clock-measured'],
  subject: ({ data }) => ('device' in data ? data.device : data.camera),
  lawAt: (file) => file.at(-1)!.at,
  judge(file, { toleranceSeconds }, { register: { cameras } }) {
    const off = (s: (typeof file)[number]) =>
      Math.abs(s.data.offsetMs) - ('camera' in s.data ? s.data.uncertaintyMs : 0) > seconds(toleranceSeconds)
    const newest = file.at(-1)
    if (!newest || !off(newest)) return undefined
    const begun = file.slice(file.findLastIndex((s) => !off(s)) + 1)[0]!
    const { data } = newest
    return {
      since: begun.at,
      seen: begun.seq === newest.seq ? [newest] : [begun, newest],
      unit: 'camera' in data ? cameras.camera(data.camera)?.unit : data.owner,
      facts: {
        offsetMs: data.offsetMs,
        toleranceSeconds,
        ...('camera' in data ? { camera: data.camera, uncertaintyMs: data.uncertaintyMs, method: data.method } : {}),
      },
    }
  },
})
