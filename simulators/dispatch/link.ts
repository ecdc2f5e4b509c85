import { createCaseSystem } from '../case-system/link.ts'
import type { Now } from '../clock.ts'

/** How the dispatch desk gets in: `demo-doors.json` has it. */
export interface DispatchDoor {
  /** `http://127.0.0.1:8080/intake/cloudevents` */
  readonly url: string
  /** `whsec_…` */
  readonly secret: string
  /** Values of the events' `source`: the desk, and the platform of the body cameras beside it. */
  readonly desk: string
  readonly cameras: string
}

/** What is told, in the order in which it happened: a slow network delays it and mixes nothing up. */
export const linkDispatch = ({ url, secret, desk, cameras }: DispatchDoor, clock: Now) => {
  const systems = {
    desk: createCaseSystem({ url, secret, source: desk, clock }),
    cameras: createCaseSystem({ url, secret, source: cameras, clock }),
  }
  let last: Promise<void> = Promise.resolve()
  let told = 0
  const refused: string[] = []
  const say = (who: keyof typeof systems, type: string, at: number, data: object): void => {
    last = last
      .then(() => systems[who].tell(type, at, data))
      .then(
        () => void told++,
        (error: unknown) => void refused.push(error instanceof Error ? error.message : String(error)),
      )
  }
  return {
    desk: (type: string, at: number, data: object): void => say('desk', type, at, data),
    camera: (type: string, at: number, data: object): void => say('cameras', type, at, data),
    told: (): number => told,
    /** What the receiver would not take, and why: the scene is wrong then, or the door. */
    refused: (): readonly string[] => refused,
    close: (): Promise<void> => last,
  }
}
export type DispatchLink = ReturnType<typeof linkDispatch>
