import apps from './house/apps.en'
import budgets from './house/budgets.en'
import connection from './house/connection.en'
import dashboard from './house/dashboard.en'
import firstRun from './house/first-run.en'
import maintenance from './house/maintenance.en'
import runs from './house/runs.en'
import settings from './house/settings.en'

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
      runs: 'Runs',
      feedback: 'Feedback',
      audit: 'Audit log',
      maintenance: 'Maintenance',
    },
    clear: 'Clear: {name}',
    showChoices: 'Choices: {name}',
    nothingFound: 'Nothing is found.',
    goneWithId: 'deleted (…{id})',
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
export type HouseMessages = typeof house
