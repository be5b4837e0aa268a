/** The English texts of the administration's lists and of its pages about people. */
const people = {
  parts: {
    clearFilters: 'Clear filters',
    shownSoFar: '{count} shown, there are more | {count} shown, there are more',
    shownAll: '{count} in all | {count} in all',
    typeToConfirm: 'Type {word} to confirm',
    copyNamed: 'Copy {name}',
    cancelDownload: 'Cancel download',
    searchPerson: 'Search by name or e-mail',
    nobodyFound: 'Nobody is found.',
    everybodyAgain: 'Take this filter away',
    noGroups: 'There are no groups yet.',
    searchGroup: 'Search groups',
    memberCount: '{count} member | {count} members',
    everyGroup: 'All groups',
    everyApp: 'All apps',
    from: 'From',
    to: 'To',
  },
}

export default people
export type PeopleMessages = typeof people
