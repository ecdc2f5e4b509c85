import { policeLaw, supervisionRegulation } from '../patterns/enactments.ts'
import { lookRule, seenByLook } from '../patterns/look.ts'

/** 警容风纪、文明执勤 (legal table N, dress and window-service), as a person saw it by video or on site. */
export const conduct = lookRule({
  id: 'duty.conduct',
  title: { zh: '巡查看到执勤行为不规范', en: 'A look saw conduct on duty that is not as required' },
  grade: 'C',
  citations: [
    policeLaw('第二十条', '（三）礼貌待人，文明执勤；'),
    policeLaw('第二十三条', '保持警容严整，举止端庄。'),
    supervisionRegulation('第四条', '(八)文明执勤、文明执法和遵守警容风纪规定的情况；'),
  ],
  params: [{ from: '2013-01-01', value: {} }],
  limits: {
    zh: '由巡查的人判定：睡岗、玩手机、行为不文明、内务脏乱。一眼所见可能有缘由（如用手机接警），须听取说明。更正过的巡查不算。',
    en: 'A person decided it: asleep, on the phone, rude, untidy. What one glance saw may have a reason — a call taken on a mobile phone — and is to be explained. A look that was corrected does not count.',
  },
  results: ['asleep', 'phone', 'conduct', 'untidy'],
  judge: (looks) => seenByLook(looks, [...new Set(looks.flatMap((l) => l.data.officers))]),
})
