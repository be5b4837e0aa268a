const settings = {
  text: 'Each is saved by itself and holds everywhere within half a minute.',
  on: 'On',
  off: 'Off',
  switchedOn: 'Switched on',
  forever: 'For ever',
  someDays: 'For a number of days',
  numberOfDays: 'Days',
  leastDays: 'At least {count}',
  days: '{count} day | {count} days',
  allDomains: 'All domains',
  domains: 'Domains',
  domainsHint: 'Separated by commas; empty allows every domain',
  zone: 'Time zone',
  json: 'Value as JSON',
  jsonHint: 'This version of the app does not know this setting; its value is edited as JSON.',
  notJson: 'This is not valid JSON.',
  noBanner: 'No banner',
  bannerText: 'Text',
  bannerHint: 'Empty for no banner. {count} characters left.',
  bannerUntil: 'until {when}',
  levelLabel: 'How urgent',
  level: { info: 'Information', warning: 'Warning', error: 'Outage' },
  until: 'Shown until (optional)',
  preview: 'How it will look',
  discard: 'Discard',
  saveNamed: 'Save: {name}',
  changedBy: 'Changed by {who} {when}',
  byOperator: 'somebody with access to the server',
  isDefault: 'This is the default.',
  default: 'Default: {value}',
  history: 'History',
  historyNamed: 'History: {name}',
  noHistory: 'It was never changed, or nobody remembers: the audit log goes no further back.',
  old: 'Before',
  new: 'After',
  putBack: 'Put back',
  putBackNamed: 'Put back: {value}',
  really: 'Change “{name}”?',
  doChange: 'Change it',
  danger: {
    conversation_retention_days:
      'Conversations that nobody has used for {count} days are deleted for good, here and at Dify, pinned and archived ones too. It begins within an hour and cannot be undone.',
    audit_retention_days:
      'Entries of the audit log that are older than {count} days are deleted for good, within an hour. This cannot be undone.',
    usage_retention_days:
      'What single turns have cost is forgotten after {count} days, within an hour. The sums of each day stay. This cannot be undone.',
    admins_need_totp:
      'Administrators without a second factor, perhaps you too, can do nothing but set one up.',
    sharing_off:
      'All links that people have shared stop working at once, until this is switched on again.',
    sharing_public: 'Everybody who has one of the links can read it, without an account.',
  },
  group: {
    access: 'Who may come in',
    telling: 'Banner and sharing',
    time: 'Time',
    retention: 'How long things are kept',
    other: 'Other settings',
  },
  of: {
    registration: {
      title: 'New accounts',
      text: 'Who may open an account.',
      options: {
        open: 'Everybody may register',
        approval: 'Everybody may register; an administrator lets them in',
        closed: 'Nobody may register; administrators make the accounts',
      },
    },
    registration_domains: {
      title: 'Allowed e-mail domains',
      text: 'Only addresses of these domains may register, exactly as written: example.org does not stand for mail.example.org. Accounts that exist are not touched.',
    },
    email_verification: {
      title: 'Confirmed addresses',
      text: 'New accounts must show that their e-mail address is theirs before they can chat. Needs a mail server. Accounts that exist count as confirmed.',
    },
    admins_need_totp: {
      title: 'Second factor for administrators',
      text: 'Administrators who have none yet can do nothing but set one up, you included.',
    },
    sharing: {
      title: 'Shared conversations',
      text: 'Who may read the conversations that people share by link.',
      options: {
        off: 'Nobody; sharing is switched off',
        members: 'Everybody who has the link and an account here',
        public: 'Everybody who has the link',
      },
    },
    banner: {
      title: 'Banner',
      text: 'What everybody who is signed in is told at the top of every page.',
    },
    time_zone: {
      title: 'Time zone of the house',
      text: 'Where the days and months of usage and budgets begin. Days that were counted before stay as they are.',
    },
    conversation_retention_days: {
      title: 'Conversations',
      text: 'How long a conversation that nobody uses is kept. Pinned and archived ones go, too; the trash and temporary conversations have their own time.',
    },
    usage_retention_days: {
      title: 'Single turns of usage',
      text: 'How long it can be looked up what a single turn has cost. The sums of each day stay.',
    },
    audit_retention_days: {
      title: 'Audit log',
      text: 'How long entries are kept; 30 days at least, so that nobody covers their tracks.',
    },
  },
}

export default settings
