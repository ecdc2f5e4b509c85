import { z } from 'zod'
import { observationSchemas } from '../../../domain/observation/index.ts'
import { zonedTime } from '../codec.ts'
import { composed, type EventType, observation, plain } from '../event-type.ts'

const session = {
  act: 'A-2026-0551',
  kind: 'questioning',
  caseType: 'public-order',
  case: 'X-2026-014',
  unit: 'wangyuan',
  person: 'P-3391',
  stay: 'S-20260105-0007',
  room: 'wy-ask-2',
  place: 'standard-case-area',
  officers: ['023', '031'],
}
const signature = observationSchemas['act.signed'].shape
const written = zonedTime.transform((text) => Date.parse(text))

export const actEvents: readonly EventType[] = [
  plain('act.started', '执法活动开始', 'A session or other act begins', session),
  plain('act.joined', '有人加入', 'Somebody joins it', { act: session.act, as: 'guardian', sex: 'female' }),
  plain('act.left', '有人离开', 'Somebody leaves it', { act: session.act, as: 'guardian', sex: 'female' }),
  plain('act.ended', '执法活动结束', 'It ends', { act: session.act }),
  plain('act.signed', '笔录签字', 'The record is signed', { act: session.act, officers: ['023', '031'] }),
  plain('act.approved', '执法活动审批', 'An act is approved', {
    act: session.act,
    by: '011',
    rank: 'department-chief',
  }),
  plain('act.explained', '情况说明', 'An interruption is explained on the record', {
    act: session.act,
    reason: '录音录像设备断电，更换询问室后继续',
  }),
  composed({
    name: 'record.written',
    title: { zh: '笔录（起止与签字时间）', en: 'A finished record: beginning, end and signature' },
    schema: observationSchemas['act.started']
      .extend({
        startedAt: written,
        endedAt: written,
        signedAt: written.nullable().default(null).describe('null: not signed yet'),
        signers: z.array(z.string().min(1).max(128)).max(16).default([]),
        refusedToSign: z.boolean().default(false),
        signedBy: signature.signedBy,
        noted: signature.noted,
      })
      .strict(),
    yields: ['act.started', 'act.ended', 'act.signed'],
    example: {
      ...session,
      startedAt: '2026-01-05T09:20:00+08:00',
      endedAt: '2026-01-05T10:05:00+08:00',
      signedAt: '2026-01-05T10:12:00+08:00',
      signers: ['023', '031'],
    },
    observe: (_event, { startedAt, endedAt, signedAt, signers, refusedToSign, signedBy, noted, ...act }) => [
      observation('act.started', startedAt, act),
      observation('act.ended', endedAt, { act: act.act }),
      ...(signedAt === null
        ? []
        : [
            observation('act.signed', signedAt, {
              act: act.act,
              refused: refusedToSign,
              officers: signers,
              signedBy,
              noted,
            }),
          ]),
    ],
  }),
  plain('body.checked', '人身检查', 'A body is checked, searched or sampled', {
    act: 'A-2026-0552',
    person: 'P-3391',
    kind: 'check',
    caseType: 'public-order',
    unit: 'wangyuan',
    examinerSex: 'female',
    examinerIs: 'officer',
  }),
  plain('lineup.held', '辨认', 'An identification is held', {
    act: 'A-2026-0553',
    caseType: 'public-order',
    unit: 'wangyuan',
    of: 'person-photos',
    count: 10,
  }),
  plain('penalty.imposed', '当场处罚', 'A penalty on the spot', {
    penalty: 'D-77120',
    act: 'A-2026-0554',
    caseType: 'public-order',
    unit: 'wangyuan',
    fineYuan: 200,
    objection: false,
  }),
  plain('penalty.filed', '当场处罚备案', 'It is filed with the bureau', { penalty: 'D-77120', unit: 'wangyuan' }),
  plain('rights.told', '权利义务告知', 'Rights are told', {
    person: 'P-3391',
    act: session.act,
    rights: ['procedural', 'lawyer'],
  }),
]
