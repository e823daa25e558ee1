import { foodLicence } from './cases.ts'
import type { PageRecords } from './page-records.ts'

/** Who reads a page: a number of data/city/staff.json, or a key of data/city/citizens.json. */
export const readers = {
  citizen: 'zhang-xiaomei',
  agent: 'tan-yongan',
  clerk: 'HD0148',
  reviewer: 'HD0076',
  approver: 'HD0074',
  head: 'HD0073',
  editor: 'HD0003',
  publisher: 'HD0005',
  hallManager: 'HD0006',
  reviewHandler: 'HD0009',
  administrator: 'HD0011',
  archivist: 'HD0012',
  supervisor: 'HD0013',
  hotlineOperator: 'HD0010',
  hotlineLead: 'HD0002',
  disclosureOfficer: 'HD0079',
  disclosureHead: 'HD0075',
  gridCommander: 'HD0190',
  gridWorker: 'HD0191',
  publicationEditor: 'HD0079',
  secrecyReviewer: 'HD0075',
  inspector: 'HD0009',
} as const

export type Reader = keyof typeof readers | 'anyone'
type Place = string | ((records: PageRecords) => string)
/** Where a page is; with a status where it says that something was refused or is not there. */
type Address = Place | readonly [Place, number]
export interface PageSample {
  readonly as: Reader
  readonly paths: readonly Address[]
}

const seenBy = (as: Reader) => (...paths: readonly Address[]): PageSample => ({ as, paths })
const anyone = seenBy('anyone')
const citizen = seenBy('citizen')
const clerk = seenBy('clerk')
const reviewer = seenBy('reviewer')
const reviewHandler = seenBy('reviewHandler')
const administrator = seenBy('administrator')
const editor = seenBy('editor')
const publisher = seenBy('publisher')
const supervisor = seenBy('supervisor')
const hallManager = seenBy('hallManager')
const archivist = seenBy('archivist')
const inspector = seenBy('inspector')
const operator = seenBy('hotlineOperator')
const lead = seenBy('hotlineLead')
const disclosureOfficer = seenBy('disclosureOfficer')
const disclosureHead = seenBy('disclosureHead')
const gridCommander = seenBy('gridCommander')
const gridWorker = seenBy('gridWorker')
const publicationEditor = seenBy('publicationEditor')

/** An address that answers no page of its own: it leads on, or ends a session. */
const leadsOn: PageSample = { as: 'anyone', paths: [] }

const item = foodLicence.implementCode
const inOffice = (rest: string) => ({ drafted }: PageRecords) => `/catalogue-office/items/${drafted}${rest}`

/**
 * Who looks at each route and where: one line for each, and a new route needs one. Every check of pages (accessibility, HTML, size,
 * headers) walks through these. More addresses on a line show more states of a page.
 */
export const pageSamples: Readonly<Record<string, PageSample>> = {
  '/': anyone('/'),
  '/display': anyone('/display'),
  '/about/accessibility': anyone('/about/accessibility'),
  '/about/privacy': anyone('/about/privacy'),
  '/calculator': anyone('/calculator', '/calculator?from=2026-12-21&value=20&unit=WORKING_DAY&provisional=yes'),
  '/gallery': anyone('/gallery'),
  '/gallery/inputs': anyone('/gallery/inputs?region=440000'),
  '/gallery/live': anyone('/gallery/live'),
  '/gallery/staff': anyone('/gallery/staff'),
  '/*': anyone(['/nothing-here', 404]),
  '/sign-in': anyone('/sign-in'),
  '/sign-out': leadsOn,
  '/me': citizen('/me'),
  '/services': anyone('/services', '/services?q=开饭店', '/services?q=没有这样的事'),
  '/services/:implementCode': anyone(`/services/${item}`),
  '/themes': anyone('/themes'),
  '/themes/:key': anyone('/themes/th-01'),
  '/progress': anyone('/progress', ['/progress?no=1&code=000000', 400]),
  '/decisions': anyone('/decisions'),
  '/ratings': anyone('/ratings'),
  '/figures': anyone('/figures'),
  '/figures/published': anyone('/figures/published'),
  '/verify': anyone('/verify'),
  '/verify/:code': anyone(({ documentCode }) => `/verify/${documentCode}`, ({ certificate }) => `/verify/${certificate}`, ['/verify/0000-0000-0000', 400]),
  '/certificates': citizen('/certificates'),
  '/certificates/:identifier': citizen(({ certificate }) => `/certificates/${certificate}`),
  '/messages': citizen('/messages', '/messages?show=unread'),
  '/agents': { as: 'agent', paths: ['/agents'] },
  '/agents/new': citizen('/agents/new'),
  '/apply/:implementCode': citizen(`/apply/${item}`, ...(['situation', 'form', 'materials', 'review'] as const).map((step) => ({ draft }: PageRecords) => `/apply/${item}?draft=${draft}&step=${step}`)),
  '/matters': citizen('/matters'),
  '/matters/:number': citizen(({ decided }) => `/matters/${decided}`, ({ submitted }) => `/matters/${submitted}`, ({ accepted }) => `/matters/${accepted}`, ({ owingFee }) => `/matters/${owingFee}`),
  '/matters/:number/receipt': citizen(({ submitted }) => `/matters/${submitted}/receipt`),
  '/matters/:number/correct': citizen(({ defective }) => `/matters/${defective}/correct`),
  '/matters/:number/supply': citizen(({ owing }) => `/matters/${owing}/supply`),
  '/matters/:number/pay': citizen(({ owingFee }) => `/matters/${owingFee}/pay`),
  '/matters/:number/withdraw': citizen(({ submitted }) => `/matters/${submitted}/withdraw`),
  '/matters/:number/rate': citizen(({ submitted }) => `/matters/${submitted}/rate`),
  '/staff/sign-in': anyone('/staff/sign-in'),
  '/staff/sign-out': leadsOn,
  '/staff/me': clerk('/staff/me'),
  '/work': leadsOn,
  '/desk': clerk('/desk', '/desk?q=开饭店'),
  '/desk/queue': leadsOn,
  '/desk/bulk': leadsOn,
  '/desk/cases/:number': clerk(({ submitted }) => `/desk/cases/${submitted}`),
  '/desk/cases/:number/check': clerk(({ submitted }) => `/desk/cases/${submitted}/check`),
  '/desk/cases/:number/supply': clerk(({ owing }) => `/desk/cases/${owing}/supply`),
  '/desk/cases/:number/form': clerk(({ submitted }) => `/desk/cases/${submitted}/form`),
  '/desk/cases/:number/:command': clerk(({ submitted }) => `/desk/cases/${submitted}/refuse-acceptance`),
  '/office': reviewer('/office'),
  '/office/unit': reviewer('/office/unit'),
  '/office/bulk': leadsOn,
  '/office/cases/:number': reviewer(({ accepted }) => `/office/cases/${accepted}`, ({ decided }) => `/office/cases/${decided}`),
  '/office/cases/:number/form': reviewer(({ accepted }) => `/office/cases/${accepted}/form`),
  '/office/cases/:number/:command': reviewer(({ accepted }) => `/office/cases/${accepted}/suspend`, ({ accepted }) => `/office/cases/${accepted}/review`),
  '/catalogue-office': editor('/catalogue-office', '/catalogue-office?state=DRAFT&sort=-edited'),
  '/catalogue-office/exchange': editor('/catalogue-office/exchange'),
  '/catalogue-office/export': leadsOn,
  '/catalogue-office/items/:implementCode': editor(inOffice('')),
  '/catalogue-office/items/:implementCode/edit/:section': editor(...['basics', 'limits', 'materials', 'materials?at=materials.0', 'scenarios', 'result', 'route?at=route.steps.0', 'form', 'access'].map((section) => inOffice(`/edit/${section}`))),
  '/catalogue-office/items/:implementCode/preview': editor(inOffice('/preview')),
  '/catalogue-office/items/:implementCode/changes': editor(inOffice('/changes')),
  '/catalogue-office/items/:implementCode/new': editor(inOffice('/new')),
  '/catalogue-office/items/:implementCode/discard': editor(inOffice('/discard')),
  '/catalogue-office/items/:implementCode/publish': publisher(inOffice('/publish')),
  '/catalogue-office/items/:implementCode/:act': publisher(inOffice('/suspend'), inOffice('/cancel')),
  '/hall': hallManager('/hall'),
  '/hall/cases/:number': hallManager(({ accepted }) => `/hall/cases/${accepted}`),
  '/archive': archivist('/archive'),
  '/archive/kept': archivist('/archive/kept'),
  '/archive/cases/:number': archivist(({ withdrawn }) => `/archive/cases/${withdrawn}`),
  '/figures/:metric': supervisor('/figures/cases.received', '/figures/cases.on-time-rate'),
  '/reports': supervisor('/reports'),
  '/reports/scorecards': supervisor('/reports/scorecards'),
  '/reports/time': supervisor('/reports/time', '/reports/time?unit=shichang-jianguan&from=2026-01-01&to=2026-12-31'),
  '/reports/template': administrator('/reports/template'),
  '/reports/publish': administrator('/reports/publish'),
  '/wall': supervisor('/wall'),
  '/supervision/cases': supervisor('/supervision/cases'),
  '/supervision/cases/:number': supervisor(({ accepted }) => `/supervision/cases/${accepted}`),
  '/supervision': leadsOn,
  '/supervision/findings': inspector('/supervision/findings', '/supervision/findings?source=video&grade=obvious'),
  '/supervision/findings/new': inspector('/supervision/findings/new'),
  '/supervision/findings/:number': inspector(({ finding }) => `/supervision/findings/${finding}`),
  '/supervision/measures': inspector('/supervision/measures'),
  '/supervision/measures/:number': inspector(({ measure }) => `/supervision/measures/${measure}`),
  '/supervision/standings': supervisor('/supervision/standings', '/supervision/standings?month=2026-08'),
  '/supervision/patrols': inspector('/supervision/patrols'),
  '/supervision/patrols/:number': inspector(({ patrol }) => `/supervision/patrols/${patrol}`),
  '/supervision/complaints': inspector('/supervision/complaints'),
  '/supervision/complaints/:number': inspector(({ complaint }) => `/supervision/complaints/${complaint}`),
  '/supervision/boxes': inspector('/supervision/boxes'),
  '/supervision/boxes/:number': inspector(({ boxOpening }) => `/supervision/boxes/${boxOpening}`),
  '/supervision/samples': inspector('/supervision/samples'),
  '/supervision/samples/:number': inspector(({ replySample }) => `/supervision/samples/${replySample}`),
  '/supervision/bulletins': supervisor('/supervision/bulletins'),
  '/supervision/bulletins/:number': supervisor(({ bulletin }) => `/supervision/bulletins/${bulletin}`),
  '/complaints': citizen('/complaints'),
  '/complaints/new': citizen('/complaints/new'),
  '/complaints/:number': citizen(({ complaint }) => `/complaints/${complaint}`),
  '/appeals': anyone('/appeals'),
  '/appeals/new': anyone('/appeals/new'),
  '/appeals/stuck/:number': citizen(({ accepted }) => `/appeals/stuck/${accepted}`),
  '/answers': anyone('/answers', '/answers?q=社保'),
  '/hotline': operator('/hotline'),
  '/hotline/orders': operator('/hotline/orders'),
  '/hotline/orders/:number': operator(({ order }) => `/hotline/orders/${order}`),
  '/hotline/precedents': operator('/hotline/precedents'),
  '/hotline/hot-spots': operator('/hotline/hot-spots'),
  '/hotline/articles': lead('/hotline/articles'),
  '/publications': anyone('/publications', '/publications?class=normative', '/publications?q=没有这样的信息'),
  '/publications/guide': anyone('/publications/guide'),
  '/publications/records/:number': anyone(({ publicRecord }) => `/publications/records/${publicRecord}`, ['/publications/records/GK209901010001', 404]),
  '/publications/powers': anyone('/publications/powers', '/publications/powers?unit=shichang-jianguan'),
  '/publications/powers/changes': anyone('/publications/powers/changes'),
  '/publications/powers/:id': anyone(({ power }) => `/publications/powers/${power}`),
  '/publications/feeds/:feed': leadsOn,
  '/publication-office': publicationEditor('/publication-office', '/publication-office?view=published'),
  '/publication-office/new': publicationEditor('/publication-office/new', ({ publicRecord }) => `/publication-office/new?interprets=${publicRecord}`),
  '/publication-office/records/:number': publicationEditor(({ recordDraft }) => `/publication-office/records/${recordDraft}`, ({ publicRecord }) => `/publication-office/records/${publicRecord}`),
  '/publication-office/proposals': publicationEditor('/publication-office/proposals'),
  '/publication-office/powers': publicationEditor('/publication-office/powers'),
  '/publication-office/powers/:id': publicationEditor(({ power }) => `/publication-office/powers/${power}`),
  '/grid': anyone('/grid', '/grid?town=440114001', '/grid?town=440114001&community=440114001001', '/grid?cell=44011400100101'),
  '/grid/report': anyone('/grid/report', '/grid/report?town=440114001', '/grid/report?town=440114001&cell=44011400100101'),
  '/grid/follow': anyone('/grid/follow'),
  '/grid/categories': anyone('/grid/categories', '/grid/categories?kind=component'),
  '/grid/map.svg': leadsOn,
  '/grid/field': gridWorker('/grid/field'),
  '/grid/field/worker.js': leadsOn,
  '/open311/v2/:file': leadsOn,
  '/open311/v2/services/:file': leadsOn,
  '/open311/v2/requests/:file': leadsOn,
  '/grid-office': gridCommander('/grid-office', '/grid-office?view=open&level=town&overdue=yes'),
  '/grid-office/events/:number': gridCommander(({ gridEvent }) => `/grid-office/events/${gridEvent}`),
  '/grid-office/cells': gridCommander('/grid-office/cells'),
  '/grid-office/patrols': gridCommander('/grid-office/patrols'),
  '/disclosure': anyone('/disclosure'),
  '/disclosure/apply': citizen('/disclosure/apply'),
  '/disclosure/:number': citizen(({ disclosed }) => `/disclosure/${disclosed}`, ({ unclear }) => `/disclosure/${unclear}`),
  '/disclosure-office': disclosureOfficer('/disclosure-office', '/disclosure-office?view=ended'),
  '/disclosure-office/register': disclosureOfficer('/disclosure-office/register'),
  '/disclosure-office/proposals': disclosureHead('/disclosure-office/proposals'),
  '/disclosure-office/table': disclosureOfficer('/disclosure-office/table?year=2026'),
  '/disclosure-office/requests/:number': disclosureOfficer(({ asked }) => `/disclosure-office/requests/${asked}`, ({ disclosed }) => `/disclosure-office/requests/${disclosed}`),
  '/disclosure-office/requests/:number/excerpt': disclosureOfficer(({ asked }) => `/disclosure-office/requests/${asked}/excerpt`, ({ asked, original }) => `/disclosure-office/requests/${asked}/excerpt?file=${original}`),
  '/reviews': reviewHandler('/reviews'),
  '/reviews/:number': reviewHandler(({ rectification }) => `/reviews/${rectification}`),
  '/administration': administrator('/administration'),
  '/administration/halls': administrator('/administration/halls'),
  '/administration/halls/:hallId': administrator(({ hall }) => `/administration/halls/${hall}`),
  '/administration/staff': administrator('/administration/staff'),
  '/administration/calendar': administrator('/administration/calendar'),
  '/administration/calendar/:year': administrator('/administration/calendar/2026'),
  '/administration/calendar/publish': administrator('/administration/calendar/publish'),
  '/administration/calendar/moves': administrator('/administration/calendar/moves'),
  '/administration/rules': administrator('/administration/rules'),
  '/administration/units/new': administrator('/administration/units/new'),
  '/administration/units/:unitId': administrator('/administration/units/minzheng'),
  '/administration/halls/new': administrator('/administration/halls/new'),
  '/administration/halls/:hallId/change': administrator(({ hall }) => `/administration/halls/${hall}/change`),
  '/administration/halls/:hallId/windows/new': administrator(({ hall }) => `/administration/halls/${hall}/windows/new`),
  '/administration/windows/:windowId': administrator('/administration/windows/qu-zhengwu-zonghe-1'),
  '/administration/close/:kind/:id': administrator('/administration/close/unit/minzheng'),
  '/administration/staff/new': administrator('/administration/staff/new'),
  '/administration/staff/:staffId': administrator('/administration/staff/HD0148'),
  '/administration/staff/:staffId/leave': administrator('/administration/staff/HD0148/leave'),
  '/administration/staff/:staffId/end-role': administrator('/administration/staff/HD0148/end-role?role=windowClerk&unit=zhengwu-shuju'),
  '/administration/changes': administrator('/administration/changes'),
  '/administration/templates': administrator('/administration/templates'),
  '/administration/rules/signals': administrator('/administration/rules/signals'),
  '/administration/rules/:key': administrator('/administration/rules/cases.acceptance-notice'),
}
