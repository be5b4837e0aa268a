import type { HouseMessages } from './house.en'

const house: HouseMessages = {
  house: {
    tab: {
      dashboard: '概览',
      users: '用户',
      groups: '用户组',
      apps: '应用',
      budgets: '额度',
      settings: '设置',
      feedback: '反馈',
      audit: '审计日志',
      maintenance: '维护',
    },
  },
}

export default house
