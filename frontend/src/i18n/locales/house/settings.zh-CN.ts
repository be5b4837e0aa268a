import type en from './settings.en'

const settings: typeof en = {
  text: '每项设置单独保存，半分钟内在各处生效。',
  on: '开启',
  off: '关闭',
  switchedOn: '启用',
  forever: '永久保留',
  someDays: '保留指定天数',
  numberOfDays: '天数',
  leastDays: '至少 {count} 天',
  days: '{count} 天 | {count} 天',
  allDomains: '所有域名',
  domains: '域名',
  domainsHint: '以逗号分隔；留空表示允许所有域名',
  zone: '时区',
  json: '值（JSON）',
  jsonHint: '当前版本的界面不认识此设置，请直接编辑其 JSON 值。',
  notJson: '不是有效的 JSON。',
  noBanner: '无公告',
  bannerText: '内容',
  bannerHint: '留空表示不显示公告。还可输入 {count} 个字符。',
  bannerUntil: '显示至 {when}',
  levelLabel: '紧急程度',
  level: { info: '通知', warning: '警告', error: '故障' },
  until: '显示至（可选）',
  preview: '预览',
  discard: '放弃修改',
  saveNamed: '保存：{name}',
  changedBy: '{who} 于{when}修改',
  byOperator: '拥有服务器权限的人员',
  isDefault: '当前为默认值。',
  default: '默认值：{value}',
  history: '修改记录',
  historyNamed: '修改记录：{name}',
  noHistory: '从未修改过，或记录已超出审计日志的保留期。',
  old: '修改前',
  new: '修改后',
  putBack: '恢复',
  putBackNamed: '恢复为：{value}',
  really: '要修改“{name}”吗？',
  doChange: '确认修改',
  danger: {
    conversation_retention_days:
      '超过 {count} 天未使用的对话将被彻底删除，包括 Dify 中的数据，置顶和归档的对话也不例外。删除将在一小时内开始，且无法撤销。',
    audit_retention_days: '早于 {count} 天的审计日志将在一小时内被彻底删除，且无法撤销。',
    usage_retention_days:
      '单次问答的费用明细将在 {count} 天后清除，一小时内开始执行，且无法撤销。每日汇总数据会保留。',
    admins_need_totp: '尚未设置两步验证的管理员（可能包括您）在完成设置之前无法进行其他操作。',
    sharing_off: '所有已分享的链接会立即失效，直到重新开启分享。',
    sharing_public: '任何拿到链接的人无需账号即可查看。',
  },
  group: {
    access: '谁可以进入',
    telling: '公告与分享',
    time: '时间',
    retention: '数据保留时间',
    other: '其他设置',
  },
  of: {
    registration: {
      title: '新账号',
      text: '谁可以注册账号。',
      options: {
        open: '所有人都可以注册',
        approval: '所有人都可以注册，需管理员批准',
        closed: '不开放注册，由管理员创建账号',
      },
    },
    registration_domains: {
      title: '允许的邮箱域名',
      text: '只有这些域名的邮箱可以注册，须完全一致：example.org 不包含 mail.example.org。已有账号不受影响。',
    },
    email_verification: {
      title: '确认邮箱',
      text: '新账号须先确认邮箱属于本人才能对话。需要配置邮件服务器。已有账号视为已确认。',
    },
    admins_need_totp: {
      title: '管理员两步验证',
      text: '尚未设置两步验证的管理员（包括您）只能先完成设置。',
    },
    sharing: {
      title: '分享的对话',
      text: '谁可以查看通过链接分享的对话。',
      options: {
        off: '任何人都不能查看，分享已关闭',
        members: '拥有链接且在此有账号的人',
        public: '所有拥有链接的人',
      },
    },
    banner: {
      title: '公告',
      text: '显示在每个页面顶部，所有已登录的用户都能看到。',
    },
    time_zone: {
      title: '站点时区',
      text: '用量与额度按此时区划分日和月。此前已统计的日期保持不变。',
    },
    conversation_retention_days: {
      title: '对话',
      text: '无人使用的对话保留多久。置顶和归档的对话同样会被删除；回收站和临时对话另有期限。',
    },
    usage_retention_days: {
      title: '单次问答的用量',
      text: '单次问答的费用可以查询多久。每日汇总数据会一直保留。',
    },
    audit_retention_days: {
      title: '审计日志',
      text: '日志保留多久；至少 30 天，以免有人掩盖操作痕迹。',
    },
  },
}

export default settings
