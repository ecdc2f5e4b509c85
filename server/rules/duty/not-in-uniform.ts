import { discipline } from '../patterns/elsewhere.ts'
import { policeLaw, supervisionRegulation } from '../patterns/enactments.ts'
import { lookRule, seenByLook } from '../patterns/look.ts'

/** 着装 (legal table N, dress), as a person saw it by video or on site. */
export const notInUniform = lookRule({
  id: 'duty.not-in-uniform',
  title: { zh: '巡查看到未按规定着装', en: 'A look saw somebody on duty not in uniform as required' },
  grade: 'C',
  citations: [
    policeLaw('第二十三条', '人民警察必须按照规定着装，佩带人民警察标志或者持有人民警察证件，保持警容严整，举止端庄。'),
    supervisionRegulation('第四条', '(八)文明执勤、文明执法和遵守警容风纪规定的情况；'),
    discipline('第二十条', '（二）不按规定着装，严重损害人民警察形象的；'),
  ],
  params: [{ from: '2013-01-01', value: {} }],
  limits: {
    zh: '由巡查的人判定，系统不识别着装；没有认出是谁的，无法核对怀孕、秘密任务、警卫、外事等不着装的情形，须由人核查。更正过的巡查不算。',
    en: 'A person decided it; the system recognises no dress. Where nobody was recognised the lawful reasons — pregnancy, covert, guard and foreign work — cannot be looked up and must be asked about. A look that was corrected does not count.',
  },
  results: ['not-in-uniform', 'mixed-dress'],
  judge(looks, { register }) {
    const at = looks[0]!.at
    const known = looks.flatMap((l) => l.data.officers)
    const exempt = new Set(known.filter((o) => register.duty.dressExemption(o, at) !== undefined))
    // Everybody who was recognised may lawfully be without it.
    if (known.length > 0 && known.every((o) => exempt.has(o))) return undefined
    return seenByLook(
      looks,
      known.filter((o) => !exempt.has(o)),
      { exempted: exempt.size },
    )
  },
})
