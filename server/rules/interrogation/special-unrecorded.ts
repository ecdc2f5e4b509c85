import { z } from 'zod'
import { age } from '../../domain/custody/people.ts'
import { actsOf } from '../patterns/acts.ts'
import { first } from '../patterns/case-file.ts'
import { interrogationRecordingRules, unread } from '../patterns/elsewhere.ts'
import { continuity, continuityDefaults, continuitySettings } from '../patterns/recording.ts'
import { recordedConsumes, recordedKeeps, unrecorded } from '../patterns/session-recording.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const specialUnrecorded = wrongWhen({
  id: 'interrogation.special-unrecorded',
  title: {
    zh: '讯问未成年、盲聋哑等特殊犯罪嫌疑人没有录音录像',
    en: 'An interrogation of a minor, a deaf or blind suspect, or one without the language was not recorded',
  },
  grade: 'B',
  citations: [
    interrogationRecordingRules(
      '第六条',
      '犯罪嫌疑人是盲、聋、哑人，未成年人，尚未完全丧失辨认或者控制能力的精神病人，或者不通晓当地语言的，讯问应当录音录像。',
    ),
  ],
  paramSchema: continuity.extend({ underYears: z.number() }),
  params: [{ from: '2015-01-01', value: { ...continuityDefaults, underYears: 18 } }],
  localSettings: continuitySettings,
  shipsOff: unread,
  limits: {
    zh: '以人员登记为准；不认罪、供述不稳定、信访舆情风险等情形看不到。重大案件和录制中断另有规则。',
    en: 'Goes by what is registered of the person; a plea of not guilty, unstable statements or a risk of petitions it cannot see. Grave cases and breaks have rules of their own.',
  },
  consumes: recordedConsumes,
  keeps: recordedKeeps,
  subject: actsOf((a) => a.kind === 'interrogation'),
  judge(file, law, moment) {
    const started = first(file, 'act.started')
    const facts = moment.register.custody.person(started?.data.person)
    if (!started || !facts) return undefined
    const { blind, deaf, limitedCapacity, speaksLocalLanguage } = facts.values
    const minor = (age(facts, started.at) ?? law.underYears) < law.underYears
    return blind || deaf || limitedCapacity || speaksLocalLanguage === false || minor
      ? unrecorded(file, law, moment, (gap) => gap.none)
      : undefined
  },
})
