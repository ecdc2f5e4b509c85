import type { Lost } from '../../case-area/devices.ts'

/** China's clock: `2026-01-05 09:00`, seconds optional. */
export type Local = string

export const at = (local: Local): number => Date.parse(`${local.replace(' ', 'T')}+08:00`)

/** What happens in a case area. People are `p1`, `p2`; officers are those of the layout. */
export type Step =
  /** Through the gate; the case system then registers the person's wristband. */
  | {
      readonly at: Local
      readonly do: 'arrive'
      readonly person: string
      readonly stay: string
      readonly how: string
      /** By a door that tells nothing: only the wristband is registered. */
      readonly unseen?: boolean
      readonly sex?: 'male' | 'female'
    }
  | { readonly at: Local; readonly do: 'depart'; readonly person: string; readonly stay: string; readonly how: string }
  /** A person with a wristband is brought into a room; null: out of it. */
  | { readonly at: Local; readonly do: 'bring'; readonly person: string; readonly room: string | null }
  /** An officer's card opens a room; null: they leave. */
  | { readonly at: Local; readonly do: 'walk'; readonly officer: string; readonly room: string | null }
  | {
      readonly at: Local
      readonly do: 'record' | 'stop-recording' | 'fail-recorder' | 'press-button'
      readonly room: string
    }
  | { readonly at: Local; readonly do: 'lose' | 'regain'; readonly room: string; readonly what: Lost }
  | {
      readonly at: Local
      readonly do: 'delete-footage'
      readonly room: string
      readonly from: Local
      readonly to: Local
      /** What the recorder says of it; nothing: a person did it. */
      readonly reason?: string
    }
  | { readonly at: Local; readonly do: 'tour'; readonly officer: string; readonly room: string }
  | {
      readonly at: Local
      readonly do: 'cabinet'
      readonly officer: string
      readonly item: string
      readonly kind: string
      readonly action: 'Taken' | 'PutBack'
    }
  | { readonly at: Local; readonly do: 'cut-wristband'; readonly person: string }
  | { readonly at: Local; readonly do: 'unplug' | 'plug' }
  /** From now on the devices' clocks are ahead of the true time by so much. */
  | { readonly at: Local; readonly do: 'set-clock'; readonly aheadSeconds: number }
  /** The case system says so. `heard`: when it says so, if later than it happened. */
  | { readonly at: Local; readonly do: 'tell'; readonly type: string; readonly data: object; readonly heard?: Local }

/** A finding that must come; what is not listed must not come. */
export interface Expected {
  readonly rule: string
  /** When the breach begins, by the devices' clocks. */
  readonly since: Local
}

export interface CustodyScenario {
  readonly id: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly steps: readonly Step[]
  /** How long to watch; an hour after the last step unless told. */
  readonly until: Local
  readonly expects: readonly Expected[]
  /** Rules that ship switched off and must be switched on before the scene, by two persons. */
  readonly switchedOn?: readonly string[]
  /** The same scene done wrong: this one is its lawful twin and finds nothing. */
  readonly lawfulTwinOf?: string
}

interface Pair {
  readonly id: string
  readonly switchedOn?: readonly string[]
  readonly zh: string
  readonly en: string
  readonly wrong: readonly Step[]
  readonly right: readonly Step[]
  readonly until: Local
  readonly expects: readonly (readonly [rule: string, since: Local])[]
}

/** A scene done wrong, and the same done right. */
export const pair = ({ id, zh, en, wrong, right, until, expects, switchedOn = [] }: Pair): CustodyScenario[] => [
  {
    id,
    title: { zh, en },
    steps: wrong,
    until,
    expects: expects.map(([rule, since]) => ({ rule, since })),
    switchedOn,
  },
  {
    id: `${id}.lawful`,
    title: { zh: `${zh}（依法办理）`, en: `${en} (done lawfully)` },
    steps: right,
    until,
    expects: [],
    switchedOn,
    lawfulTwinOf: id,
  },
]
