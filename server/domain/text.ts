/** A sentence for people, in the two languages of the console. Chinese is the source. */
export interface Text {
  readonly zh: string
  readonly en: string
}
