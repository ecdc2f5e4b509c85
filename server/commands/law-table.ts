import { calls } from './law/call.ts'
import { cases } from './law/case.ts'
import { caseArea } from './law/case-area.ts'
import { coerciveMeasures } from './law/coercive-measure.ts'
import { continuedQuestioning } from './law/continued-questioning.ts'
import { detentionHouse } from './law/detention-house.ts'
import { discretion } from './law/discretion.ts'
import type { Family } from './law/duty.ts'
import { interrogation } from './law/interrogation.ts'
import { lockup } from './law/lockup.ts'
import { patrols } from './law/patrol.ts'
import { posts } from './law/post.ts'
import { property } from './law/property.ts'
import { questioning } from './law/questioning.ts'
import { restraint } from './law/restraint.ts'
import { supervision } from './law/supervision.ts'
import { tickets } from './law/ticket.ts'

/** Every duty that we know of, family by family. */
export const dutiesOfLaw: readonly Family[] = [
  continuedQuestioning,
  questioning,
  coerciveMeasures,
  interrogation,
  caseArea,
  restraint,
  lockup,
  detentionHouse,
  cases,
  property,
  calls,
  tickets,
  patrols,
  posts,
  supervision,
  discretion,
]
