/** Labels of the facts that findings on cameras and recordings bear. */
export const videoFactsZh = {
  cameras: '摄像机数',
  cause: '中断原因',
  recorded: '仍在录像',
  secondedBy: '第二人',
  uncertaintyMs: '测量误差',
  method: '测量方法',
  leastMonths: '法定保存（月）',
}
export const videoFactsEn: typeof videoFactsZh = {
  cameras: 'Cameras',
  cause: 'Broke off because',
  recorded: 'Recorded all the same',
  secondedBy: 'Second person',
  uncertaintyMs: 'Uncertainty',
  method: 'Measured by',
  leastMonths: 'Kept by law (months)',
}
/** Values of those facts, as words. */
export const videoValuesZh: Readonly<Record<string, string>> = {
  'source-down': '摄像机没有信号',
  'no-picture': '画面不可用',
  'recorder-down': '录像主机停止',
  'disk-full': '磁盘已满',
  'disk-error': '磁盘故障',
  'not-permitted': '不允许录像',
  crashed: '程序崩溃',
  stopped: '停止',
  'wrong-password': '密码错误',
  'not-found': '没有这一路视频',
  codec: '编码不支持',
  'no-key-frame': '没有关键帧',
  'no-video': '没有视频',
  stalled: '连接仍在，没有数据',
  frozen: '画面静止',
  dark: '画面发黑',
  covered: '镜头被遮挡',
  onvif: '询问摄像机（ONVIF）',
  rtcp: '视频流时间戳',
  'burnt-in': '画面上的时间',
  hand: '人工比对',
}
