import { caseArea } from './law/case-area.ts'
import { coerciveMeasures } from './law/coercive-measure.ts'
import { continuedQuestioning } from './law/continued-questioning.ts'
import { detentionHouse } from './law/detention-house.ts'
import type { Family } from './law/duty.ts'
import { interrogation } from './law/interrogation.ts'
import { lockup } from './law/lockup.ts'
import { questioning } from './law/questioning.ts'
import { restraint } from './law/restraint.ts'

/** Every duty of questioning and custody that we know of, family by family. */
export const dutiesOfCustody: readonly Family[] = [
  continuedQuestioning,
  questioning,
  coerciveMeasures,
  interrogation,
  caseArea,
  restraint,
  lockup,
  detentionHouse,
]
