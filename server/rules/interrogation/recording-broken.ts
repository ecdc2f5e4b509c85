import { actsOf } from '../patterns/acts.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { continuity, continuityDefaults, continuitySettings, explained } from '../patterns/recording.ts'
import { recordedConsumes, recordedKeeps, unrecorded } from '../patterns/session-recording.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const interrogationRecordingBroken = wrongWhen({
  id: 'interrogation.recording-broken',
  title: {
    zh: '讯问录音录像不是全程不间断',
    en: 'The recording of an interrogation is not continuous from entry to signature',
  },
  grade: 'A',
  citations: [
    criminalProcedureLaw('第一百二十三条', '录音或者录像应当全程进行，保持完整性。'),
    criminalProcedure(
      '第二百零八条',
      '对讯问过程录音录像的，应当对每一次讯问全程不间断进行，保持完整性。不得选择性地录制，不得剪接、删改。',
    ),
  ],
  paramSchema: continuity,
  params: [{ from: '2013-01-01', value: continuityDefaults }],
  localSettings: continuitySettings,
  limits: {
    zh: '从犯罪嫌疑人进入讯问室（未见进入的从讯问开始）到签名；容许设备时钟误差。笔录已说明原因的中断不报。',
    en: 'From entry into the room (or the beginning, when no door saw it) to the signature; differences between clocks are tolerated. A break that the record explains is not reported.',
  },
  consumes: recordedConsumes,
  keeps: recordedKeeps,
  subject: actsOf((a) => a.kind === 'interrogation'),
  judge: (file, law, moment) =>
    explained(file as Parameters<typeof explained>[0]) ? undefined : unrecorded(file, law, moment, (gap) => !gap.none),
})
