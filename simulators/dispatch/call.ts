import type { Minute, Place } from '../scenarios/scenario.ts'

/** How an incident goes. Only the first three are as they should be. */
export const courses = [
  'rightly',
  /** A traffic jam: 110 is told in time that arrival will be late, and why. */
  'late-and-told',
  /** Settled on the telephone: nobody is ordered out. */
  'by-telephone',
  /** The order is taken, "departed" is pressed, and the car stays where it is. */
  'nobody-sets-out',
  /** "Arrived" is pressed on the way. */
  'arrived-on-paper',
  /** Nobody takes the order, and nobody moves, for two minutes. */
  'not-acknowledged',
  /** The desk keeps the call to itself for five minutes. */
  'ordered-late',
  /** The result is entered two hours after the end. */
  'fed-back-late',
  /** "Not our area", and another car has to go. */
  'refused',
  /** The result is entered, the order is left open, and the car stays where it was sent. */
  'left-open',
] as const
export type Course = (typeof courses)[number]

/** A call for help, as data. */
export interface Call {
  /** When it is answered, in minutes of the scene. */
  readonly at: Minute
  /** Who is sent. */
  readonly car: string
  /** Where help is wanted. */
  readonly place: Place
  readonly area: 'urban' | 'suburban' | 'rural'
  readonly urgent: boolean
  /** 警情类别, in the dispatcher's words. */
  readonly category: string
  readonly course: Course
  /** How long they stay at the scene. */
  readonly sceneMinutes: Minute
  /** A test call: approved before, told to everybody after. */
  readonly test?: boolean
  /** Becomes a case: its number. */
  readonly case?: string
}

/** A caller who hung up before anybody answered. */
export interface LostCall {
  readonly at: Minute
  readonly waitedSeconds: number
}
