import { all, first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { qualityReview, unread } from '../patterns/elsewhere.ts'

export const directEntry = deedWithin({
  id: 'case-area.direct-entry',
  title: {
    zh: '嫌疑人带至公安机关后未直接带入办案区',
    en: 'A suspect brought to the police was not taken straight into the case area',
  },
  grade: 'B',
  citations: [qualityReview('第九条', '（三）违法犯罪嫌疑人被带至公安机关后，应当直接带入办案区，不得违反规定带出。')],
  params: [{ from: '2016-03-01', value: { amount: 5, unit: 'minute' } }],
  localSettings: [
    {
      param: 'amount',
      title: { zh: '到案后进入办案区的时间', en: 'Time from arrival to the case area' },
      unit: 'minute',
    },
  ],
  shipsOff: unread,
  limits: {
    zh: '以大门到案时间和首次进入登记在办案区内的房间为准；分钟数是本地设定；主动投案、书面登记的到案时间不算；没有登记出入口感知的办案区看不到。',
    en: 'From the gate’s arrival to the first room registered in a case area; the minutes are a local setting. Those who surrender, and arrivals on paper only, are not meant; an area whose doors are not connected is not seen.',
  },
  consumes: ['person.arrived', 'room.entered', 'person.departed'],
  subject: (o, { custody }) =>
    o.kind !== 'room.entered'
      ? o.data.stay
      : o.data.as === 'held' && custody.room(o.data.room)?.area
        ? custody.openStaysOf(o.data.who).map((s) => s.stay)
        : undefined,
  begins(file) {
    const arrived = all(file, 'person.arrived').find(
      (a) => a.data.source === 'gate' && ['brought', 'handed-over', 'compelled', 'arrested'].includes(a.data.how),
    )
    return (
      arrived && { at: arrived.at, seen: [arrived], unit: arrived.data.unit, facts: { person: arrived.data.person } }
    )
  },
  fallsAwayWith: ['person.departed'],
  done: (file) => first(file, 'room.entered', 'person.departed'),
})
