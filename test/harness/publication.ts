import type { InputOf } from '#app'
import type { StaffCaller } from '#kernel/access/caller.ts'
import { holderOf } from './callers.ts'
import type { TestOffice } from './office.ts'

export const publishingUnit = 'shichang-jianguan'

/** Who makes a record public: an editor of the market bureau, and somebody else of it who reviews. */
export async function publicationPeople(office: TestOffice): Promise<{ readonly editor: StaffCaller; readonly secrecyReviewer: StaffCaller }> {
  return { editor: await holderOf(office, 'publicationEditor', publishingUnit), secrecyReviewer: await holderOf(office, 'secrecyReviewer', publishingUnit) }
}

export type Draft = InputOf<'publication.draft-record'>

/** A piece of news as an editor writes it; made on the first Friday of the office's clock. */
export const news: Draft = {
  unitId: publishingUnit,
  class: 'workNews',
  theme: 'otherLaw',
  title: '市场监管局开展节前食品安全检查',
  summary: '节前食品安全检查情况。',
  body: '共检查食品经营单位一百二十家。\n发现问题六个，均已责令改正。',
  createdOn: '2026-09-04',
}

/** A punishment that was published for its effect on society. */
export const punishment: Partial<Draft> = { class: 'enforcement', theme: 'punishment', title: '行政处罚决定信息', summary: '未取得许可从事食品经营案。', body: '某餐饮店未取得食品经营许可从事经营活动，罚款五千元。', docNo: '穗花市监罚〔2026〕12号' }

/** A normative document with all that it needs. */
export const policy: Partial<Draft> = { class: 'normative', theme: 'regulations', title: '食品摊贩登记管理办法', summary: '食品摊贩登记备案的条件和程序。', body: '第一条 为规范食品摊贩经营，制定本办法。', docNo: '穗花市监规字〔2026〕3号', effectiveOn: '2026-10-01', validUntil: '2031-09-30', reviewOn: '2031-03-31' }

/** Where a record stands when a test begins. */
export const recordStages = ['draft', 'underReview', 'cleared', 'published'] as const
export type RecordStage = (typeof recordStages)[number]

/** A record brought as far as told, through the operations; answers its number. */
export async function aRecord(office: TestOffice, stage: RecordStage = 'draft', changes: Partial<Draft> = {}): Promise<string> {
  const { editor, secrecyReviewer } = await publicationPeople(office)
  const { number } = await office.call('publication.draft-record', editor, { ...news, ...changes })
  const reached = recordStages.indexOf(stage)
  if (reached >= 1) await office.call('publication.submit-record', editor, { number })
  if (reached >= 2) await office.call('publication.clear-record', secrecyReviewer, { number, basis: '《政府信息公开条例》第十七条', remark: '可以公开' })
  if (reached >= 3) await office.call('publication.publish-record', editor, { number })
  return number
}

/** A power that an editor put into the list of the bureau; answers its key. */
export async function aPower(office: TestOffice): Promise<string> {
  const { editor } = await publicationPeople(office)
  const { id } = await office.call('publication.list-power', editor, { unitId: publishingUnit, name: '对无照经营的处罚', type: '02', basis: '《无证无照经营查处办法》第十三条', duties: '立案；调查；告知；决定；送达；执行', accountability: '违反法定程序的', reason: '首次编制' })
  return id
}

/** Something that another editor proposes to the bureau; answers its key. */
export async function aProposal(office: TestOffice): Promise<string> {
  const { editor } = await publicationPeople(office)
  const { id } = await office.call('publication.propose', editor, { unitId: publishingUnit, title: '食品抽检不合格名单', ground: '多名申请人先后申请公开同一信息' })
  return id
}
