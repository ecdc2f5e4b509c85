import { cardOf, counterOf, type Layout, readerIn, readerOut, recorderOf, type Staff } from '../../case-area/layout.ts'

type Told = readonly [type: string, data: object]

/** What the bureau registers before a scene: rooms, sensors, readers, cards, people. Told like everything else, signed. */
export const installation = (layout: Layout, staff: readonly Staff[], sources: readonly string[]): Told[] => {
  const { unit, prefix, facility } = layout
  const named = (token: string): string => `${prefix}/${token}`
  const rooms = layout.rooms.flatMap(({ room, zh, en, kind }): Told[] => [
    [
      'room.registered',
      {
        room,
        name: { zh, en },
        unit,
        kind,
        facility,
        area: layout.id,
        standard: true,
        ...(kind === 'waiting-room'
          ? { waitingRoomApproved: true, usableAreaM2: 8, heightM: 2.8, fixedSeat: true, rightsDisplayed: true }
          : {}),
      },
    ],
    ['sensor.installed', { sensor: named(recorderOf(room)), watches: ['recording'], room, owner: unit }],
    ['sensor.installed', { sensor: named(counterOf(room)), watches: ['people-count'], room, owner: unit }],
    ['sensor.installed', { sensor: named(readerIn(room)), watches: ['badges', 'entry'], room, owner: unit }],
    ['reader.installed', { reader: named(readerIn(room)), room, leads: 'in' }],
    ['reader.installed', { reader: named(readerOut(room)), room, leads: 'out' }],
  ])
  const people = staff.flatMap(({ officer, zh, unit: own, kind, sex }): Told[] => [
    ['officer.registered', { officer, name: zh, unit: own, kind, sex, rank: null }],
    ['card.issued', { card: cardOf(officer), holder: officer, as: kind }],
  ])
  return [
    ...rooms,
    ['sensor.installed', { sensor: named('gate'), watches: ['gate'], owner: unit }],
    ['sensor.installed', { sensor: named('cabinet'), watches: ['restraints'], owner: unit }],
    ...(sources.length > 0
      ? [['sensor.installed', { sensor: 'case-system', watches: sources, owner: unit }] as Told]
      : []),
    ...people,
  ]
}
