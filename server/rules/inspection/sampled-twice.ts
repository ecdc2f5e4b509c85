import { days } from '../../domain/time.ts'
import { all } from '../patterns/case-file.ts'
import { publicOrder2025 } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const sampledTwice = wrongWhen({
  id: 'inspection.sampled-twice',
  title: { zh: '重复提取、采集信息样本', en: 'Information or samples were taken again' },
  grade: 'B',
  citations: [publicOrder2025('第一百零二条', '对已经提取、采集的信息或者样本，不得重复提取、采集。')],
  paramSchema: noNumber,
  params: inForceFrom('2026-01-01'),
  limits: {
    zh: '只比较同一案件内同一人的采样活动；不区分样本种类，由人核查。',
    en: 'Compares samplings of one person in one case; kinds of sample are for people to check.',
  },
  consumes: ['act.started'],
  remembersMs: days(400),
  subject: ({ data }) =>
    data.kind === 'sampling' && data.caseType === 'public-order' && data.person && data.case
      ? `${data.person}/${data.case}`
      : undefined,
  judge(file) {
    const [once, again] = all(file, 'act.started')
    return again && again.data.act !== once?.data.act
      ? {
          since: again.at,
          seen: [once!, again],
          unit: again.data.unit,
          officers: again.data.officers,
          facts: { first: once!.data.act, second: again.data.act },
        }
      : undefined
  },
})
