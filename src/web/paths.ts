/**
 * Every address of the pages, as functions. The route table gives them the parameter's name (`$person`), links an id.
 * Rooms add theirs here.
 */
export const paths = {
  desk: () => '/',
  mine: () => '/mine',
  password: () => '/password',
  mySessions: () => '/my-sessions',
  accounts: () => '/accounts',
  account: (account: string) => `/accounts/${account}`,
  audit: () => '/audit',
  myPoints: () => '/points',
  branchPoints: () => '/branch-points',
  points: (person: string) => `/people/${person}/points`,
  rota: () => '/rota',
  leaves: () => '/leaves',
  myLeave: () => '/my-leave',
  studyStops: () => '/study-stops',
  sessions: () => '/sessions',
  session: (session: string) => `/sessions/${session}`,
  record: (organisation: string) => `/branch/${organisation}/record`,
  plan: (organisation: string) => `/branch/${organisation}/plan`,
  arrange: () => '/arrange',
  organisations: () => '/organisations',
  organisation: (organisation: string) => `/organisations/${organisation}`,
  people: () => '/people',
  person: (person: string) => `/people/${person}`,
  rosterImport: () => '/imports/roster',
  schemes: () => '/schemes',
  branchDesk: () => '/branch',
  monthBoard: () => '/month-board',
} as const;
