import type { FeatureCollection } from 'geojson'
import type { WelcomeView } from '../contract/views.ts'
import type { Clock } from '../domain/time.ts'
import type { Journal } from '../journal/journal.ts'
import type { Database } from '../storage/database.ts'
import type { Sight } from '../supervision/access.ts'
import type { createActs } from '../supervision/acts.ts'
import type { Backtest } from '../supervision/backtest/backtest.ts'
import type { Console, Room } from '../supervision/console.ts'
import type { RollCallActs } from '../supervision/roll-call/acts.ts'
import type { Supervision } from '../supervision/supervision.ts'
import type { Footage } from '../video/footage.ts'
import type { Phones } from '../video/phones/phones.ts'
import type { Video } from '../video/video.ts'
import type { createAttempts } from './attempts.ts'
import type { Sessions } from './sessions.ts'

/** Asks a device where it is. True once it answered; false when it is not there or did not within its time. */
export type Locate = (device: string) => Promise<boolean>

/** What route handlers work with. */
export interface Context {
  readonly database: Database
  readonly journal: Journal
  readonly supervision: Supervision
  readonly console: Console
  readonly acts: ReturnType<typeof createActs>
  readonly backtest: Backtest
  readonly rollCalls: RollCallActs
  readonly sessions: Sessions
  readonly attempts: ReturnType<typeof createAttempts>
  /** The world's clock. */
  readonly clock: Clock
  /** The house's clock, by which is journalled; the same except in a demonstration. */
  readonly houseClock: Clock
  readonly locate: Locate
  /** Undefined where no cameras are taken in. */
  readonly video: Video | undefined
  /** Undefined where phones cannot record: no cameras, or nothing is recorded. */
  readonly phones: Phones | undefined
  readonly county: () => FeatureCollection
  readonly welcome: WelcomeView
  readonly room: (sight: Sight) => Room
  /** What is recorded; undefined where nothing is. */
  readonly footage: Footage | undefined
  /** Journals that somebody was refused what they asked for; the same refusal of one person at most every ten seconds. */
  readonly refusedTo: (by: string, what: string, reason: string) => void
}
