/** One of docs/screens. */
export interface Picture {
  /** The route as in test/harness/page-samples.ts. */
  readonly route: string
  /** Which of its samples, counted from 0. */
  readonly sample?: number
  /** Or the first of them whose address holds this. */
  readonly having?: string
  readonly look?: string
  readonly language?: 'en'
  /** Only this part of the page. */
  readonly part?: string
  /** What must be in sight, where the page is longer than the screen. */
  readonly inSight?: string
  /** Of the city that lived a fortnight instead of the demo city: for pages that show the whole office. */
  readonly lived?: true
  /** Of a reviewer in the unit of that city which has most to review. */
  readonly busiest?: true
  /** With the query code, as the page shows it once after filing. */
  readonly justFiled?: true
}

export const pictures: Readonly<Record<string, Picture>> = {
  'portal-home': { route: '/', lived: true },
  'portal-home-dark': { route: '/', look: 'dark.', lived: true },
  'portal-home-elder': { route: '/', look: '.elder', lived: true },
  'portal-home-english': { route: '/', language: 'en', lived: true },
  search: { route: '/services', sample: 1 },
  guide: { route: '/services/:implementCode' },
  apply: { route: '/apply/:implementCode' },
  'apply-form': { route: '/apply/:implementCode', having: 'part=premises' },
  'apply-review': { route: '/apply/:implementCode', having: 'step=review' },
  receipt: { route: '/matters/:number/receipt', justFiled: true },
  progress: { route: '/progress', sample: 2 },
  matter: { route: '/matters/:number', sample: 2 },
  certificate: { route: '/certificates/:identifier' },
  calculator: { route: '/calculator', sample: 1 },
  desk: { route: '/desk/cases/:number/check' },
  'desk-filing': { route: '/desk', having: '&a.' },
  'office-queue': { route: '/office/unit', lived: true, busiest: true },
  'office-matter': { route: '/office/cases/:number' },
  'office-evidence': { route: '/office/cases/:number', sample: 2, inSight: '#preview' },
  'matter-paper': { route: '/matters/:number/documents/:documentId' },
  catalogue: { route: '/catalogue-office/items/:implementCode' },
  'hotline-seat': { route: '/hotline' },
  hotline: { route: '/hotline/orders/:number' },
  interact: { route: '/interact' },
  footer: { route: '/', part: '.foot' },
  publications: { route: '/publications' },
  publication: { route: '/publications/records/:number' },
  'disclosure-apply': { route: '/disclosure/apply' },
  disclosure: { route: '/disclosure-office/requests/:number' },
  'grid-report': { route: '/grid/report', sample: 1 },
  'grid-english': { route: '/grid', sample: 2, language: 'en' },
  'grid-office': { route: '/grid-office' },
  'grid-worker': { route: '/grid/field' },
  supervision: { route: '/supervision/findings', lived: true },
  'supervision-complaint': { route: '/complaints/new' },
  'catalogue-new': { route: '/catalogue-office/new' },
  rules: { route: '/administration/rules' },
  roles: { route: '/administration/roles' },
  'letter-words': { route: '/administration/templates/:kind' },
  wall: { route: '/wall', lived: true },
}
