export const commitments = {
  title: '我的一天',
  nothingOwed: '没有正在计时的承诺',
  nothingOwedHint: '锁号、转诊、危急值等一旦开始计时，会按先后出现在这里。',
  minutesSeconds: '分:秒',
  comingVisits: '接下来的预约',
  dueAt: (time: string) => `${time} 到时`,
  dueSoon: '即将超时',
  openHold: '去确认',
  daysLeft: '天',
  dueOn: (date: string) => `${date} 到期`,
  openInstitution: '去续期',
}
