/** Minutes of the scene; what is negative had happened before it began. */
export type Minute = number
export const days = (n: number): Minute => n * 1_440
export const hours = (n: number): Minute => n * 60

/** Minutes of the scene within the data of an event: written out as an instant when it is told. */
export interface When {
  readonly minute: Minute
}
export const when = (minute: Minute): When => ({ minute })

/** What the case system or the property store tells, and of which minute. */
export interface Told {
  readonly at: Minute
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}
export const tell = (at: Minute, type: string, data: Readonly<Record<string, unknown>>): Told => ({ at, type, data })

export interface CaseworkScene {
  readonly id: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly told: readonly Told[]
  readonly lasts: Minute
  /** Just these must come, each as often as it is listed. */
  readonly expects: readonly { readonly rule: string; readonly subject: string }[]
  readonly lawfulTwinOf?: string
}
