import { all } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { internalAffairs, unread } from '../patterns/elsewhere.ts'
import { rosterKinds } from '../patterns/watch.ts'

/** 值班记录 (legal table N, duty-log). */
export const logNotWritten = deedWithin({
  id: 'duty.log-not-written',
  title: { zh: '值班日志未记录或者记录不全', en: 'The duty log was not written, or not in full' },
  grade: 'C',
  citations: [internalAffairs('第一百三十八条', '值班人员如实填写值班记录；值班室影像保存不少于九十日。')],
  params: [{ from: '2021-12-28', value: { amount: 120, unit: 'minute' } }],
  localSettings: [
    {
      param: 'amount',
      title: { zh: '下班后补齐日志的时间', en: 'Time to complete the log after the watch' },
      unit: 'minute',
    },
  ],
  shipsOff: unread,
  limits: {
    zh: '只知道日志系统报来的条数和空缺项，内容是否属实看不到；值班室影像的保存期限另由录像规则监督。同一班多人只看一次。',
    en: 'It knows the number of entries and the empty fields that the log system tells; whether they are true it cannot see. How long footage of the duty room is kept is for the rules on recordings. A watch of several is looked at once.',
  },
  consumes: [...rosterKinds, 'duty-log.written'],
  subject(o, { duty }) {
    if (o.kind !== 'duty-log.written')
      return duty.assigned(o.data.duty)?.data.role === 'officer' ? o.data.duty : undefined
    const { unit, from, to } = o.data
    return duty
      .ofUnit(unit)
      .filter((w) => w.role === 'officer' && w.startsAt < to && w.endsAt > from)
      .map((w) => w.duty)
  },
  begins(file, { subject, register: { duty } }) {
    const watch = duty.watches(subject).at(-1)
    if (watch?.role !== 'officer') return undefined
    const together = duty
      .ofUnit(watch.unit)
      .filter((w) => w.role === 'officer' && w.post === watch.post && w.startsAt === watch.startsAt)
    // One log for all of them; the first by its number stands for the watch.
    if (together.some((w) => w.duty < watch.duty)) return undefined
    return {
      at: watch.endsAt,
      seen: all(file, 'duty.assigned').slice(-1),
      unit: watch.unit,
      officers: together.map((w) => w.officer),
      facts: { duty: watch.duty, post: watch.post, startsAt: watch.startsAt },
    }
  },
  done(file, begun, { subject, register: { duty } }) {
    const startsAt = duty.watches(subject)[0]?.startsAt ?? begun.at
    return all(file, 'duty-log.written').find(
      ({ data }) => data.entries > 0 && data.missing.length === 0 && data.from <= startsAt && data.to >= begun.at,
    )
  },
})
