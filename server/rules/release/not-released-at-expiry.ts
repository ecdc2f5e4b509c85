import { days } from '../../domain/time.ts'
import { all, first, last } from '../patterns/case-file.ts'
import { criminalProcedure, criminalProcedureLaw, detentionHouses } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { byMeasureOrPerson } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const notReleasedAtExpiry = wrongWhen({
  id: 'release.not-released-at-expiry',
  title: {
    zh: '羁押期限、刑期届满未释放或者变更',
    en: 'The term of custody or sentence ended and the person was not released',
  },
  grade: 'A',
  citations: [
    criminalProcedureLaw('第九十九条', '应当予以释放、解除取保候审、监视居住或者依法变更强制措施。'),
    criminalProcedure(
      '第一百六十一条',
      '公安机关对被采取强制措施法定期限届满的犯罪嫌疑人，应当予以释放，解除取保候审、监视居住或者依法变更强制措施。',
    ),
    criminalProcedure('第三百零三条', '执行期满，看守所应当发给刑满释放证明书。'),
    detentionHouses('第四十三条', '超过法定羁押期限的，应当将情况报告人民检察院。'),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2013-01-01'),
  remembersMs: days(400),
  limits: {
    zh: '以看守所登记的届满时间为准；延长的须更新登记。',
    en: 'Goes by the expiry that the detention house records; an extension must be recorded anew.',
  },
  consumes: ['custody.expiry-set', 'custody.released', 'measure.ended'],
  subject: byMeasureOrPerson('arrest', 'criminal-detention', 'administrative-detention'),
  judge(file, _, { now }) {
    const set = last(file, 'custody.expiry-set')
    if (!set) return undefined
    const { expiresAt, facility, person } = set.data
    const known = first(file, 'custody.expiry-set')!.at
    // Where a release is told, a paper before it lets nobody out, and one after it changes nothing.
    const done =
      all(file, 'custody.released', 'measure.ended').find((s) =>
        s.kind === 'custody.released' ? s.at >= known : s.data.how === 'changed' || s.data.how === 'delivered',
      ) ?? first(file, 'measure.ended')
    if ((done?.at ?? now) > expiresAt)
      return {
        since: expiresAt,
        seen: done ? [set, done] : [set],
        unit: facility,
        facts: { expiresAt, releasedAt: done?.at ?? null, person },
      }
    return done ? undefined : { dueAt: expiresAt, startedAt: set.at }
  },
})
