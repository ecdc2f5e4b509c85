import { type Family, readAs } from './duty.ts'

const numberLocal = readAs('verified; number local')
const local = readAs('local')
const verified = readAs('verified')

/** 巡逻、警车: Patrols and police vehicles. */
export const patrols: Family = {
  title: { zh: '巡逻、警车', en: 'Patrols and police vehicles' },
  duties: [
    numberLocal('不出巡区', 'Inside the beat', '城市人民警察巡逻规定 3', 'patrol.leaves-beat vehicle.outside-county'),
    local(
      '在巡、不漏巡',
      'On patrol, nothing left out',
      '内务条令 135；城市人民警察巡逻规定',
      'patrol.beat-not-patrolled',
    ),
    local('不超时停靠', 'Not standing too long', '警车管理规定 21', 'patrol.stops-too-long'),
    verified('不超速', 'Not speeding', '道路交通安全法 53；警车管理规定 15、18', 'vehicle.speeding'),
    verified(
      '警灯、警报器',
      'Lights and siren',
      '警车管理规定 16、17、23(4)；道路交通安全法 115(12)',
      'vehicle.siren-misused',
      'sirens at night in town, in quiet zones and in a convoy',
    ),
    verified(
      '警车驾驶人',
      'Who may drive',
      '警车管理规定 14；内务条令 187',
      'vehicle.driver-not-entitled vehicle.driver-in-practice',
    ),
    verified(
      '不得挪用、转借',
      'Not used privately, not lent',
      '警车管理规定 14、20、23；纪律条令 22',
      'vehicle.used-off-duty vehicle.outside-county vehicle.at-leisure-place vehicle.lent',
    ),
    local('定位终端在线', 'Tracker on', '警车管理规定 21', 'vehicle.tracker-silent'),
    verified(
      '公路执勤安全',
      'Safety at the roadside',
      '道路执勤执法工作规范 70–72；道路交通违法处理程序规定 7',
      'vehicle.roadside-staffing vehicle.roadside-signs',
    ),
    verified(
      '追缉',
      'Pursuits',
      '道路执勤执法工作规范 73',
      'vehicle.pursuit',
      'stop points that block a lane with people: no event tells',
    ),
  ],
}
