import { z } from 'zod'
import { actsOf } from '../patterns/acts.ts'
import { first } from '../patterns/case-file.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { continuity, continuityDefaults, continuitySettings } from '../patterns/recording.ts'
import { recordedConsumes, recordedKeeps, unrecorded } from '../patterns/session-recording.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const interrogationUnrecorded = wrongWhen({
  id: 'interrogation.unrecorded',
  title: { zh: '应当录音录像的讯问没有录音录像', en: 'An interrogation that must be recorded was not' },
  grade: 'A',
  citations: [
    criminalProcedureLaw(
      '第一百二十三条',
      '对于可能判处无期徒刑、死刑的案件或者其他重大犯罪案件，应当对讯问过程进行录音或者录像。',
    ),
    criminalProcedure(
      '第二百零八条',
      '对于可能判处无期徒刑、死刑的案件或者其他重大犯罪案件，应当对讯问过程进行录音录像。',
    ),
  ],
  paramSchema: continuity.extend({ bands: z.array(z.enum(['life-or-death', 'major', 'ordinary'])) }),
  params: [{ from: '2013-01-01', value: { ...continuityDefaults, bands: ['life-or-death', 'major'] } }],
  localSettings: continuitySettings,
  limits: {
    zh: '以笔录所载法定刑档次为准，未载明的不作判断；普通案件可以不录。看不到录制情况时不作判断，另由设备责任单位负责。录了但有中断的，见录制不间断规则。',
    en: 'Goes by the band of punishment on the record; ordinary cases need not be recorded. When the recording cannot be seen it does not judge. A recording with a break is the continuity rule’s.',
  },
  consumes: recordedConsumes,
  keeps: recordedKeeps,
  subject: actsOf((a) => a.kind === 'interrogation'),
  judge(file, law, moment) {
    const band = first(file, 'act.started')?.data.chargeBand
    if (band === null) return { missing: 'act.started chargeBand' }
    return band && law.bands.includes(band) ? unrecorded(file, law, moment, (gap) => gap.none) : undefined
  },
})
