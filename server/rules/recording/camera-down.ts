import { stretchOf } from '../../domain/duty/spans.ts'
import { stillSends } from '../../domain/observation/camera.ts'
import { publicEquipment, recordingEquipment } from '../patterns/equipment.ts'
import { noLongerThan, toleranceOf } from '../patterns/stretches.ts'

/** 设备运行连续、稳定、安全 (legal table F, zone-av-outage; 视频条例 15). */
export const cameraDown = noLongerThan({
  id: 'recording.camera-down',
  title: { zh: '摄像机长时间没有可用画面', en: 'A camera gave no picture that can be relied on' },
  grade: 'C',
  citations: [publicEquipment, recordingEquipment],
  paramSchema: toleranceOf,
  params: [{ from: '2025-04-01', value: { toleranceMinutes: 10 } }],
  localSettings: [
    { param: 'toleranceMinutes', title: { zh: '容许无画面的时间', en: 'How long it may give none' }, unit: 'minute' },
  ],
  limits: {
    zh: '法律没有规定时间数，分钟数是本地设定；责任在设备管理单位，与当值民警无关。画面发黑、被遮挡、静止的判断来自图像分析，可能是夜间无人的房间，由人核查。随身携带的记录仪、手机不在固定系统之内，离开信号不是设备故障，不在此列，其是否摄录由执法记录仪各规则核查。窗口、值班室、车载摄像机不都属于所引条文的系统，按本局管理要求处理。没有设置地址的摄像机不接入，看不到。',
    en: 'The law gives no number; the minutes are a local setting. The equipment’s owner answers for it, not whoever was on duty. That a picture is dark, covered or frozen is what image analysis says and may be an empty room at night; people verify it. A body camera or a phone that is carried is no fixed system and being out of coverage is no defect, so it is left out here; whether it recorded is asked by the rules on body cameras. Cameras at windows, in duty rooms and vehicles are not all of the systems that the articles name; the bureau’s own rules hold for them. A camera without an address is not taken in and not seen.',
  },
  consumes: ['camera.registered', 'camera.lost', 'camera.restored', 'camera.withdrawn'],
  subject: ({ data }) => data.camera,
  look(id, _law, { register: { cameras } }) {
    const camera = cameras.camera(id)
    const losses = cameras.losses(id)
    if (camera?.purpose === 'body') return { stretches: [] }
    if (!camera) return { stretches: [], missing: losses.length > 0 ? 'camera.registered' : undefined }
    return {
      stretches: losses.map((loss) => ({
        ...stretchOf(loss),
        seen: loss.evidence,
        unit: camera.unit,
        place: camera.place,
        facts: { camera: id, room: camera.room, why: loss.why, recorded: stillSends(loss.why) },
      })),
    }
  },
})
