import type { PeopleMessages } from './people.en'

const people: PeopleMessages = {
  parts: {
    clearFilters: '清除筛选',
    shownSoFar: '已显示 {count} 条，还有更多 | 已显示 {count} 条，还有更多',
    shownAll: '共 {count} 条 | 共 {count} 条',
    typeToConfirm: '请输入 {word} 以确认',
    copyNamed: '复制{name}',
    cancelDownload: '取消下载',
    searchPerson: '按姓名或邮箱搜索',
    nobodyFound: '没有找到相关用户。',
    everybodyAgain: '移除此筛选条件',
    noGroups: '还没有用户组。',
    searchGroup: '搜索用户组',
    memberCount: '{count} 名成员 | {count} 名成员',
    everyGroup: '全部用户组',
    everyApp: '全部应用',
    from: '从',
    to: '到',
  },
}

export default people
