import { z } from 'zod'
import { id } from '../../../domain/observation/field.ts'
import { observationSchemas } from '../../../domain/observation/index.ts'
import { zonedTime } from '../codec.ts'
import { composed, type EventType, observation, plain } from '../event-type.ts'
import { wireOf } from '../wire.ts'

/** A business system tells what the papers say; what a gate saw comes from the gate. */
const onPaper = (kind: 'person.arrived' | 'person.departed') =>
  (wireOf(observationSchemas[kind]) as z.ZodObject).extend({ source: z.enum(['gate', 'paper']).default('paper') })

const arrived = { stay: 'S-20260105-0007', person: 'P-3391', unit: 'wangyuan', how: 'summoned' }
const written = zonedTime.transform((text) => Date.parse(text))

export const personEvents: readonly EventType[] = [
  plain('person.arrived', '到案', 'Arrived', arrived, onPaper('person.arrived')),
  plain(
    'person.departed',
    '离开',
    'Departed',
    { stay: 'S-20260105-0007', person: 'P-3391', how: 'released' },
    onPaper('person.departed'),
  ),
  composed({
    name: 'stay.written',
    title: {
      zh: '传唤证、笔录所载到案与离开时间',
      en: 'Arrival and departure as written on the certificate or record',
    },
    schema: z.strictObject({
      stay: id,
      person: id,
      unit: id,
      how: observationSchemas['person.arrived'].shape.how,
      arrivedAt: written.describe('到案时间 as written'),
      departedAt: written.nullable().default(null).describe('离开时间 as written; null while the person is there'),
      departed: observationSchemas['person.departed'].shape.how,
    }),
    yields: ['person.arrived', 'person.departed'],
    example: { ...arrived, arrivedAt: '2026-01-05T09:00:00+08:00', departedAt: '2026-01-05T15:40:00+08:00' },
    observe: (_event, { stay, person, unit, how, arrivedAt, departedAt, departed }) => [
      observation('person.arrived', arrivedAt, { stay, person, unit, how, source: 'paper' }),
      ...(departedAt === null
        ? []
        : [observation('person.departed', departedAt, { stay, person, how: departed, source: 'paper' })]),
    ],
  }),
  plain('person.described', '人员情况', 'Facts about a person, with their source', {
    person: 'P-3391',
    sex: 'female',
    birthDate: '1990-04-12',
    nursing: true,
    identityKnown: true,
    source: 'id-document',
  }),
  plain('person.named', '姓名', 'A name, kept apart from all else', { person: 'P-3391', name: '王小明' }),
  plain('person.sobered', '确认酒醒', 'Sober again', { person: 'P-3391', stay: 'S-20260105-0007' }),
  plain('care.given', '饮食、休息', 'Meal, rest, bedding or medical care', { stay: 'S-20260105-0007', care: 'meal' }),
  plain('safety.checked', '安全检查', 'Safety check on entering', {
    stay: 'S-20260105-0007',
    person: 'P-3391',
    officer: '023',
  }),
  plain('belongings.listed', '随身物品登记', 'Belongings listed', { stay: 'S-20260105-0007', signed: true }),
  plain('belongings.returned', '随身物品返还', 'Belongings returned', { stay: 'S-20260105-0007', signed: true }),
  plain('wristband.issued', '发放手环', 'Wristband issued', {
    wristband: 'wb-12',
    person: 'P-3391',
    stay: 'S-20260105-0007',
    sex: 'female',
  }),
  plain('wristband.returned', '收回手环', 'Wristband returned', { wristband: 'wb-12' }),
]
