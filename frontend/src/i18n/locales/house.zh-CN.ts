import type { HouseMessages } from './house.en'
import apps from './house/apps.zh-CN'
import budgets from './house/budgets.zh-CN'
import connection from './house/connection.zh-CN'
import dashboard from './house/dashboard.zh-CN'
import firstRun from './house/first-run.zh-CN'
import maintenance from './house/maintenance.zh-CN'
import runs from './house/runs.zh-CN'
import settings from './house/settings.zh-CN'

const house: HouseMessages = {
  house: {
    tab: {
      dashboard: '概览',
      users: '用户',
      groups: '用户组',
      apps: '应用',
      budgets: '额度',
      settings: '设置',
      runs: '运行记录',
      feedback: '反馈',
      audit: '审计日志',
      maintenance: '维护',
    },
    clear: '清除：{name}',
    showChoices: '选项：{name}',
    nothingFound: '没有找到。',
    goneWithId: '已删除（…{id}）',
    apps,
    budgets,
    connection,
    dashboard,
    firstRun,
    maintenance,
    runs,
    settings,
  },
}

export default house
