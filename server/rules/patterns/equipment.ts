import { publicOrder2025, publicVideo } from './enactments.ts'

/** Equipment for synchronous recording must run on, steadily and safely. */
export const recordingEquipment = publicOrder2025(
  '第一百三十七条',
  '公安机关应当履行同步录音录像运行安全管理职责，完善技术措施，定期维护设施设备，保障录音录像设备运行连续、稳定、安全。',
)
/** So must systems of cameras in public places. */
export const publicEquipment = publicVideo(
  '第十五条',
  '定期维护设备设施，保障系统连续、稳定、安全运行，确保视频图像信息的原始完整。',
)
