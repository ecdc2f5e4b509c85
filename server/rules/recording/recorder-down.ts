import { stretchOf } from '../../domain/duty/spans.ts'
import { publicEquipment, recordingEquipment } from '../patterns/equipment.ts'
import { noLongerThan, toleranceOf } from '../patterns/stretches.ts'

/** 录音录像设备运行连续 (legal table F, zone-av-outage): what records, rather than what looks. */
export const recorderDown = noLongerThan({
  id: 'recording.recorder-down',
  title: { zh: '录像主机停止录像', en: 'The recorder of the cameras did not record' },
  grade: 'B',
  citations: [publicEquipment, recordingEquipment],
  paramSchema: toleranceOf,
  params: [{ from: '2025-04-01', value: { toleranceMinutes: 2 } }],
  localSettings: [
    {
      param: 'toleranceMinutes',
      title: { zh: '重新启动容许时间', en: 'How long a restart may take' },
      unit: 'minute',
    },
  ],
  limits: {
    zh: '只看本系统自己的录像程序。它崩溃时不能自己报告，下次启动时按最后已知运行的时刻补报，停止时刻误差约两秒。磁盘写满由管理单位负责；按计划停机的，由人核查排除。',
    en: 'Only the recorder of this system. When it crashes it cannot say so: its next start tells it, as of the last moment it is known to have run, within about two seconds. A full disk is the owner’s; a stop that was planned is for people to rule out.',
  },
  consumes: ['recorder.started', 'recorder.stopped'],
  subject: ({ data }) => data.recorder,
  look: (recorder, _law, { register: { cameras } }) => ({
    stretches: cameras.outages(recorder).map((outage) => ({
      ...stretchOf(outage),
      seen: outage.evidence,
      unit: outage.owner,
      facts: { recorder, why: outage.why, cameras: cameras.cameras().length },
    })),
  }),
})
