import { all, first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { criminalProcedure } from '../patterns/enactments.ts'
import { byPerson } from '../patterns/subjects.ts'

export const acquittedNotReleased = deedWithin({
  id: 'release.acquitted-not-released',
  title: { zh: '无罪、免除刑事处罚的被告人未立即释放', en: 'Someone acquitted or exempted was not released at once' },
  grade: 'A',
  citations: [
    criminalProcedure(
      '第二百九十八条',
      '对人民法院作出无罪或者免除刑事处罚的判决，如果被告人在押，公安机关在收到相应的法律文书后应当立即办理释放手续',
    ),
  ],
  params: [{ from: '2013-01-01', value: { amount: 120, unit: 'minute' } }],
  localSettings: [
    { param: 'amount', title: { zh: '“立即”释放的时间', en: 'What "at once" means for release' }, unit: 'minute' },
  ],
  limits: {
    zh: '法律只说“立即”，分钟数是本地设定；以收到文书和释放的登记时间为准。',
    en: 'The law says "at once"; the minutes are a local setting. Goes by the recorded receipt and release.',
  },
  consumes: ['sentence.received', 'custody.released'],
  subject: byPerson,
  begins(file, { register: { custody } }) {
    const received = all(file, 'sentence.received').find(
      (s) => s.data.kind === 'acquitted' || s.data.kind === 'exempted',
    )
    // 如果被告人在押: whoever was let go before the paper came is not.
    if (received && custody.custodyAt(received.data.person, received.at)?.kind === 'custody.released') return undefined
    return (
      received && {
        at: received.at,
        seen: [received],
        unit: received.data.facility,
        facts: { kind: received.data.kind, person: received.data.person },
      }
    )
  },
  done: (file, { at }) =>
    first(
      file.filter((s) => s.at >= at),
      'custody.released',
    ),
})
