import { all, first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { byMeasureOrPerson } from '../patterns/subjects.ts'

const ofMeasure = byMeasureOrPerson('arrest')

export const interrogationAfterArrest = deedWithin({
  id: 'coercive-measure.interrogation-after-arrest',
  title: { zh: '逮捕后未在二十四小时以内讯问', en: 'No interrogation within 24 hours of arrest' },
  grade: 'A',
  citations: [
    criminalProcedureLaw(
      '第九十四条',
      '公安机关对于经人民检察院批准逮捕的人，都必须在逮捕后的二十四小时以内进行讯问。',
    ),
    criminalProcedure('第一百四十四条', '对被逮捕的人，必须在逮捕后的二十四小时以内进行讯问。'),
  ],
  params: [{ from: '2013-01-01', value: { amount: 24, unit: 'hour' } }],
  limits: {
    zh: '以登记的执行时间和讯问开始时间为准；委托协作地公安机关讯问的，须由其登记。',
    en: 'Goes by the recorded execution and the beginning of the interrogation; one entrusted to another bureau must be recorded by it.',
  },
  consumes: ['measure.started', 'measure.ended', 'act.started'],
  subject: (o, register) =>
    o.kind === 'act.started' && o.data.kind !== 'interrogation' ? undefined : ofMeasure(o, register),
  begins(file) {
    const started = first(file, 'measure.started')
    return (
      started && {
        at: started.at,
        seen: [started],
        unit: started.data.unit,
        officers: started.data.officers,
        facts: { person: started.data.person },
      }
    )
  },
  fallsAwayWith: ['measure.ended'],
  done: (file, { at }) => all(file, 'act.started', 'measure.ended').find((s) => s.at >= at),
})
