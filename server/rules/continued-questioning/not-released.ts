import type { Register } from '../../domain/register.ts'
import { all, type CaseFile, type Seen } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { continuedQuestioning } from '../patterns/enactments.ts'
import { byStay } from '../patterns/subjects.ts'

type Kind = 'measure.must-end' | 'measure.decided' | 'measure.ended' | 'person.departed'

export const continuedQuestioningNotReleased = deedWithin({
  id: 'continued-questioning.not-released',
  title: {
    zh: '应当终止继续盘问而未立即释放或者移交',
    en: 'Continued questioning had to end, but the person was not released or handed over at once',
  },
  grade: 'A',
  citations: [
    continuedQuestioning('第十四条', '未批准继续盘问的，应当立即释放。'),
    continuedQuestioning('第十九条', '应当立即终止继续盘问，并立即释放被盘问人或者依法作出处理决定：'),
    continuedQuestioning(
      '第二十一条',
      '在继续盘问期间对被盘问人依法作出刑事拘留、逮捕或者行政拘留、收容教育、强制戒毒决定的，应当立即移交有关监管场所执行；依法作出取保候审、监视居住或者警告、罚款等行政处罚决定的，应当立即释放。',
    ),
  ],
  params: [{ from: '2004-10-01', value: { amount: 30, unit: 'minute' } }],
  localSettings: [
    { param: 'amount', title: { zh: '“立即”释放的时间', en: 'What "at once" means for release' }, unit: 'minute' },
  ],
  limits: {
    zh: '法律只说“立即”，分钟数是本地设定；以办案系统所记应当终止、未批准或者已经释放的时间和离开时间为准；记载为已释放而没有离开记录的不作判断。',
    en: 'The law says "at once"; the minutes are a local setting. Goes by the recorded moment the ground arose, approval was refused or release was written down, and by the departure; where release is on record and no departure is, it does not judge.',
  },
  consumes: ['measure.must-end', 'measure.decided', 'measure.ended', 'person.departed'] as readonly Kind[],
  subject: byStay('continued-questioning'),
  begins(file, { register }) {
    const must = all(file, 'measure.must-end', 'measure.decided').find(
      (m) => m.kind === 'measure.must-end' || refused(file, m),
    )
    const said = must ?? releasedOnPaper(file, register)
    if (!said) return undefined
    const reason =
      said.kind === 'measure.must-end'
        ? said.data.reason
        : said.kind === 'measure.decided'
          ? 'not-approved'
          : said.data.reason
    return { at: said.at, seen: [said], unit: said.data.unit, facts: { reason, person: said.data.person } }
  },
  done: (file, { at, seen: [said] }) =>
    file.find(
      (s) => s.at >= at && (s.kind === 'person.departed' || (s.kind === 'measure.ended' && s.seq !== said?.seq)),
    ),
})

/** Refused, and not approved after all. */
const refused = (file: CaseFile<Kind>, decided: Seen<'measure.decided'>): boolean =>
  decided.data.decision === 'refused' &&
  !all(file, 'measure.decided').some((d) => d.at >= decided.at && d.data.decision === 'approved')

/** Released as the paper has it, though the person left later and nothing else kept them. */
const releasedOnPaper = (file: CaseFile<Kind>, { custody }: Register): Seen<'measure.ended'> | undefined => {
  const ended = all(file, 'measure.ended').find((e) => e.data.how === 'released')
  const left = all(file, 'person.departed').at(-1)
  if (!ended || !left || left.at <= ended.at) return undefined
  const kept = custody
    .measuresOf(ended.data.person)
    .some(
      (m) =>
        m.kind !== 'continued-questioning' &&
        m.startedAt !== undefined &&
        m.startedAt <= left.at &&
        (m.endedAt ?? left.at) > ended.at,
    )
  return kept ? undefined : ended
}
