import { defineRule } from '../define-rule.ts'
import { type CaseFile, evidence, filed, first } from '../patterns/case-file.ts'
import { enforcementSupervision } from '../patterns/enactments.ts'
import { inForceFrom, type NoNumber, noNumber } from '../patterns/none.ts'
import { about, by, idle, over } from '../patterns/verdicts.ts'

type Kind = 'letter.received' | 'letter.answered'

/** 行政执法监督文书 (legal table P, ext-admsup): the time is the letter's own. */
export const letterUnanswered = defineRule<CaseFile<Kind>, NoNumber, Kind>({
  id: 'discretion.letter-unanswered',
  title: {
    zh: '行政执法监督文书未按规定时限报送纠正情况',
    en: 'A letter of enforcement supervision was not answered by its day',
  },
  grade: 'C',
  citations: [
    enforcementSupervision(
      '第二十七条',
      '行政执法机关应当按照行政执法监督督办函的要求及时履行行政执法职责，并在规定时限内向行政执法监督机构报送纠正情况。',
    ),
    enforcementSupervision(
      '第二十八条',
      '行政执法机关应当按照行政执法监督意见书的要求及时纠正，并在规定时限内向行政执法监督机构报送纠正情况。',
    ),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2026-02-01'),
  localSettings: [],
  limits: {
    zh: '时限以文书所载为准；纠正是否到位由发文机关和人核查。',
    en: 'The day is the letter’s own; whether things were put right is for its sender and for people to check.',
  },
  consumes: ['letter.received', 'letter.answered'],
  subject: (o) => o.data.letter,
  initial: [],
  evolve: filed,
  evaluate(file, { now, paramsAt }) {
    const letter = first(file, 'letter.received')
    if (!letter) return idle(file, now)
    if (!paramsAt(letter.at)) return over(now)
    const answered = first(file, 'letter.answered')
    const { answerBy, unit, kind, from } = letter.data
    return by(
      { startedAt: letter.at, dueAt: answerBy, doneAt: answered?.at, now },
      { evidence: evidence(letter, answered), facts: { kind, sender: from }, concerns: about(unit) },
    )
  },
})
