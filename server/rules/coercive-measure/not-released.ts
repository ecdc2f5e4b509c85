import type { Moment } from '../define-rule.ts'
import { all, type CaseFile, first, type Seen } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import type { Limit } from '../patterns/limit.ts'
import { byMeasureOrPerson } from '../patterns/subjects.ts'

const ofMeasure = byMeasureOrPerson('criminal-detention', 'arrest')

type Kind = 'measure.must-end' | 'measure.ended' | 'custody.released' | 'application.made' | 'application.answered'

/** Let go, or held for another measure, before the word came: nobody is left to be released for it. */
const goneBefore = (
  file: CaseFile<Kind>,
  { at, data }: Seen<'measure.must-end' | 'application.answered'>,
  { register: { custody }, subject }: Moment<Limit>,
): boolean => {
  const mark = custody.custodyAt(data.person, at)
  if (mark?.kind === 'custody.released' && mark.at >= (custody.measure(subject)?.startedAt ?? mark.at)) return true
  const inside = mark !== undefined && mark.kind !== 'custody.released'
  return all(file, 'measure.ended').some(
    (e) => e.at < at && (!inside || e.data.how === 'changed' || e.data.how === 'delivered'),
  )
}

export const coerciveNotReleased = deedWithin({
  id: 'coercive-measure.not-released',
  title: {
    zh: '不批准逮捕或者不应当拘留、逮捕而未立即释放',
    en: 'Arrest was refused, or custody was wrong, and the person was not released at once',
  },
  grade: 'A',
  citations: [
    criminalProcedureLaw(
      '第九十一条',
      '人民检察院不批准逮捕的，公安机关应当在接到通知后立即释放，并且将执行情况及时通知人民检察院。',
    ),
    criminalProcedureLaw('第八十六条', '在发现不应当拘留的时候，必须立即释放，发给释放证明。'),
    criminalProcedure('第一百四十条', '如果犯罪嫌疑人已被拘留的，应当立即释放，发给释放证明书'),
  ],
  params: [{ from: '2013-01-01', value: { amount: 120, unit: 'minute' } }],
  localSettings: [
    { param: 'amount', title: { zh: '“立即”释放的时间', en: 'What "at once" means for release' }, unit: 'minute' },
  ],
  limits: {
    zh: '法律只说“立即”，分钟数是本地设定；以收到决定的登记时间和释放时间为准。',
    en: 'The law says "at once"; the minutes are a local setting. Goes by the recorded receipt of the decision and the release.',
  },
  consumes: ['measure.must-end', 'measure.ended', 'custody.released', 'application.made', 'application.answered'],
  subject: (o, register) =>
    o.kind === 'application.made' && o.data.kind !== 'arrest-approval' ? undefined : ofMeasure(o, register),
  begins(file, moment) {
    const must = all(file, 'measure.must-end', 'application.answered').find((m) =>
      m.kind === 'measure.must-end'
        ? ['arrest-refused', 'wrongly-detained', 'cleared'].includes(m.data.reason)
        : m.data.result === 'refused' &&
          all(file, 'application.made').some((a) => a.data.application === m.data.application),
    )
    if (!must || goneBefore(file, must, moment)) return undefined
    const reason = must.kind === 'measure.must-end' ? must.data.reason : 'arrest-refused'
    return { at: must.at, seen: [must], unit: must.data.unit, facts: { reason, person: must.data.person } }
  },
  done: (file, { at }) =>
    first(
      file.filter((s) => s.at >= at),
      'measure.ended',
      'custody.released',
    ),
})
