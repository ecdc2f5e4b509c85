import { all, first } from '../patterns/case-file.ts'
import { petitionRules } from '../patterns/enactments.ts'
import { inForceFrom, type NoNumber, noNumber } from '../patterns/none.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

type Kind = 'complaint.received' | 'complaint.material-opened'

/** 举报材料转给被举报人 (legal table O, pet-leak). */
export const complaintLeaked = wrongWhen<Kind, NoNumber>({
  id: 'complaint.leaked',
  title: {
    zh: '检举、揭发材料透露或者转给被检举、揭发的人员、单位',
    en: 'What was complained came to the officer or the unit complained of',
  },
  grade: 'A',
  citations: [
    petitionRules('第三十条', '不得将信访人的检举、揭发材料以及有关情况透露或者转给被检举、揭发的人员或者单位。'),
    petitionRules('第四十六条', '（五）将信访人的检举、揭发材料或者有关情况透露、转给被检举、揭发的人员或者单位；'),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2022-05-01'),
  limits: {
    zh: '以访问日志和登记的被投诉人员、单位为准；日志以外的口头透露看不到，四百天没有动静的投诉不再看。被投诉单位的民警查看即视为转给该单位；是否属于检举、揭发由人核查。一件投诉多次泄露为一条线索，证据逐次增加。线索不归到被投诉单位名下。',
    en: 'Goes by the access log and by whom the complaint names; what is told by word of mouth is invisible, and so is a complaint of which nothing was heard for 400 days. An officer of the unit complained of who reads it is that unit; whether it was an accusation is for people to check. Several leaks of one complaint are one finding, each of them its evidence. It stands under no unit, lest the one complained of reads it.',
  },
  consumes: ['complaint.received', 'complaint.material-opened'],
  subject: (o) => o.data.complaint,
  // Kept open for as long as complaints are dealt with: files are opened long after they came in.
  remembersMs: 400 * 86_400_000,
  lawAt: (file) => (first(file, 'complaint.material-opened') ?? file[0]!).at,
  judge(file, _, { register }) {
    const received = first(file, 'complaint.received')
    if (!received) return undefined
    const { officers, unit } = received.data
    const isAccused = (officer: string | null): boolean =>
      officer !== null && (officers.includes(officer) || (unit !== null && register.officer(officer)?.unit === unit))
    const leaks = all(file, 'complaint.material-opened').filter(
      ({ data }) => isAccused(data.by) || isAccused(data.toOfficer) || (unit !== null && data.toUnit === unit),
    )
    const leak = leaks[0]
    if (!leak) return undefined
    const by = leak.data.by === null ? [] : [leak.data.by]
    const facts = { action: leak.data.action, times: leaks.length }
    return { since: leak.at, seen: [received, ...leaks], unit: null, officers: by, facts }
  },
})
