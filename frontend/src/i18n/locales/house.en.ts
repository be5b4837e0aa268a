/** The English texts of the administration's frame and of its pages about the house. */
const house = {
  house: {
    tab: {
      dashboard: 'Overview',
      users: 'People',
      groups: 'Groups',
      apps: 'Apps',
      budgets: 'Budgets',
      settings: 'Settings',
      feedback: 'Feedback',
      audit: 'Audit log',
      maintenance: 'Maintenance',
    },
  },
}

export default house
export type HouseMessages = typeof house
