/** Words for radios and the gateways to them. */
export const radioZh = {
  radios: '电台',
  registered: '已登记入网',
  notRegistered: '未登记',
  unheard: '从未听到',
  site: '基站',
  siteUnknown: '基站不详',
  gateways: '集群网关',
  channels: { up: '正常', down: '失联', unknown: '尚无消息' },
  channelDown: '信道失联：此台暂不可观测',
}
export const radioEn: typeof radioZh = {
  radios: 'Radios',
  registered: 'registered',
  notRegistered: 'not registered',
  unheard: 'never heard',
  site: 'Site',
  siteUnknown: 'site not said',
  gateways: 'Trunking gateways',
  channels: { up: 'up', down: 'lost', unknown: 'nothing said yet' },
  channelDown: 'Its channel is lost: it cannot be observed',
}
