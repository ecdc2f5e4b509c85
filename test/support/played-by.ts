/** The test that plays a scene and its lawful twin over sockets, and their words in it. */
export interface PlayedBy {
  readonly by: string
  readonly wrong: string
  readonly right: string
}

const duties = (wrong: string, right: string): PlayedBy => ({
  by: 'test/journeys/roll-call-duties.test.ts',
  wrong,
  right,
})
const sixtyRadios: PlayedBy = {
  by: 'test/journeys/roll-call.test.ts',
  wrong: 'the findings are exactly those of the scene',
  // Of sixty, forty-nine answer for themselves and where they should be.
  right: 'the board has every target in its state, and nobody else',
}
const cameras: Omit<PlayedBy, 'wrong'> = {
  by: 'test/journeys/video.test.ts',
  right: 'the others did, and where nobody was held nothing broke off',
}
const tickets = (wrong: string, right: string): PlayedBy => ({ by: 'test/journeys/tickets.test.ts', wrong, right })

/**
 * What only radios, cameras, a change stream or the server itself can show, and no scene declares: which journey plays
 * it. Everything else names itself (test/simulators/every-rule.test.ts).
 */
export const playedBy: Readonly<Record<string, PlayedBy>> = {
  'radio.emergency': duties(
    'a press of the emergency button is found at once',
    'a radio that only tells where it is, is not',
  ),
  'radio.gateway-lost': duties(
    'a site that is lost for more than five minutes is found',
    'one that is back before is not',
  ),
  'radio.never-answers': duties('with a radio that registers and answers none', 'who answers the second is not'),
  'roll-call.repeated-misses': duties('who misses two roll-calls in a row', 'who answers the second is not'),
  'roll-call.excuse-without-leave': duties(
    'who was excused by a leave that nobody recorded within the hour',
    'whose leave is on record is not',
  ),
  'roll-call.cycle-not-held': duties('and a roll-call was not held', 'a roll-call that is due is held'),
  'recording.recorder-down': duties('for more than an hour it recorded nothing', 'for a minute is nothing'),
  'roll-call.missed': sixtyRadios,
  'roll-call.wrong-place': sixtyRadios,
  'roll-call.moving-as-one': sixtyRadios,
  'roll-call.unreachable': sixtyRadios,
  'roll-call.wrong-radio': {
    ...sixtyRadios,
    wrong:
      'the last call’s request for the place is answered by another radio: the row says which, and a finding opens',
  },
  'recording.camera-down': { ...cameras, wrong: 'it gave no picture for longer than it may' },
  'recording.gap-while-held': { ...cameras, wrong: 'a camera is pulled beside a person who is held there' },
  'ticket.stream-gap': tickets(
    'what happened while the stream had lost its place is found when the table is read anew',
    'the ordinary course is not',
  ),
  'ticket.table-emptied': tickets('a table of tickets that is emptied is found', 'one that holds none is not'),
}
