import { join } from 'node:path'
import { defineModule } from '#kernel/module/define-module.ts'
import { permissions } from './access.ts'
import { publicationErrors } from './errors.ts'
import { tendRecordsJob } from './jobs.ts'
import { recordLifecycle } from './lifecycle.ts'
import en from './locales/en.json' with { type: 'json' }
import settingTexts from './locales/settings.zh-CN.json' with { type: 'json' }
import zh from './locales/zh-CN.json' with { type: 'json' }
import { acceptProposal } from './operations/accept-proposal.ts'
import { addChannel } from './operations/add-channel.ts'
import { changePower } from './operations/change-power.ts'
import { changeRecord } from './operations/change-record.ts'
import { clearRecord } from './operations/clear-record.ts'
import { countPowersOperation } from './operations/count-powers.ts'
import { countRecords } from './operations/count-records.ts'
import { countViewOperation } from './operations/count-view.ts'
import { declineProposal } from './operations/decline-proposal.ts'
import { discardRecord } from './operations/discard-record.ts'
import { draftRecord } from './operations/draft-record.ts'
import { drawPowers } from './operations/draw-powers.ts'
import { getFeed } from './operations/get-feed.ts'
import { getOwnRecord } from './operations/get-own-record.ts'
import { getPower } from './operations/get-power.ts'
import { getRecord } from './operations/get-record.ts'
import { listOwnRecords } from './operations/list-own-records.ts'
import { listPowerChangesOperation } from './operations/list-power-changes.ts'
import { listPower } from './operations/list-power.ts'
import { listPowers } from './operations/list-powers.ts'
import { listProposals } from './operations/list-proposals.ts'
import { listRecords } from './operations/list-records.ts'
import { propose } from './operations/propose.ts'
import { publishRecord } from './operations/publish-record.ts'
import { getRecordClock, getRecordLedger } from './operations/record-records.ts'
import { removePower } from './operations/remove-power.ts'
import { repealRecord } from './operations/repeal-record.ts'
import { reportRevocation } from './operations/report-revocation.ts'
import { returnRecord } from './operations/return-record.ts'
import { saveDraft } from './operations/save-draft.ts'
import { submitRecord } from './operations/submit-record.ts'
import { tendRecords } from './operations/tend-records.ts'
import { withdrawRecord } from './operations/withdraw-record.ts'
import { withholdRecord } from './operations/withhold-record.ts'
import { publicationSettings } from './settings.ts'

const forEverybody = [listRecords, getRecord, countRecords, getFeed, listPowers, countPowersOperation, getPower, listPowerChangesOperation, countViewOperation] as const
const ofUnits = [draftRecord, listOwnRecords, getOwnRecord, getRecordLedger, getRecordClock] as const
const commands = [saveDraft, submitRecord, clearRecord, returnRecord, withholdRecord, publishRecord, discardRecord, changeRecord, addChannel, reportRevocation, withdrawRecord, repealRecord] as const
const proposals = [propose, listProposals, acceptProposal, declineProposal] as const
const powers = [listPower, changePower, removePower, drawPowers] as const

/** 主动公开 and 权责清单: what government tells of its own accord, and what it may and must do. */
export const publication = defineModule({
  name: 'publication',
  needs: ['organisation', 'catalogue'],
  operations: [...forEverybody, ...ofUnits, ...commands, ...proposals, ...powers, tendRecords],
  permissions,
  refusals: publicationErrors,
  lifecycles: [recordLifecycle],
  jobs: [tendRecordsJob],
  settings: publicationSettings,
  locales: { zh: { ...zh, settings: settingTexts }, en },
  migrations: join(import.meta.dirname, 'migrations'),
})

export { publicationMetrics } from './metrics.ts'
export { proposeRecord, type RecordProposal } from './propose-record.ts'
export { countNormative, type NormativeCount } from './store/annual-counts.ts'
