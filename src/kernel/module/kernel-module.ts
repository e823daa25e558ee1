import { join } from 'node:path'
import { calendarErrors } from '#kernel/calendar/errors.ts'
import { recomputeDueDatesJob, tellHoldersJob } from '#kernel/calendar/jobs.ts'
import { addClosure } from '#kernel/calendar/operations/add-closure.ts'
import { adoptShippedCalendar } from '#kernel/calendar/operations/adopt-shipped-calendar.ts'
import { endClosure } from '#kernel/calendar/operations/end-closure.ts'
import { getArrangement } from '#kernel/calendar/operations/get-arrangement.ts'
import { getWorkingDaysFeed } from '#kernel/calendar/operations/get-working-days-feed.ts'
import { getYear } from '#kernel/calendar/operations/get-year.ts'
import { importIcal } from '#kernel/calendar/operations/import-ical.ts'
import { listArrangements } from '#kernel/calendar/operations/list-arrangements.ts'
import { listDueDateMoves } from '#kernel/calendar/operations/list-due-date-moves.ts'
import { publishArrangement } from '#kernel/calendar/operations/publish-arrangement.ts'
import { recomputeDueDates } from '#kernel/calendar/operations/recompute-due-dates.ts'
import { tellHolders } from '#kernel/calendar/operations/tell-holders.ts'
import { contractRefusals } from '#kernel/contract/refusals.ts'
import { deviceErrors } from '#kernel/devices/errors.ts'
import { getDevices } from '#kernel/devices/operations/get-devices.ts'
import { readIdentityCard } from '#kernel/devices/operations/read-identity-card.ts'
import { scanDocument } from '#kernel/devices/operations/scan-document.ts'
import { documentErrors } from '#kernel/documents/errors.ts'
import { changeDocumentWords } from '#kernel/documents/operations/change-document-words.ts'
import { getDocumentKind } from '#kernel/documents/operations/get-document-kind.ts'
import { getSpecimen } from '#kernel/documents/operations/get-specimen.ts'
import { listDocumentKinds } from '#kernel/documents/operations/list-document-kinds.ts'
import { previewDocumentWords } from '#kernel/documents/operations/preview-document-words.ts'
import { verifyDocument } from '#kernel/documents/operations/verify-document.ts'
import { withdrawDocumentWords } from '#kernel/documents/operations/withdraw-document-words.ts'
import { refusals as drawRefusals } from '#kernel/draw/errors.ts'
import { replayDrawOperation } from '#kernel/draw/operations/replay-draw.ts'
import type { RefusalType } from '#kernel/errors/refusal.ts'
import { fileErrors } from '#kernel/files/errors.ts'
import { appendToUpload } from '#kernel/files/operations/append-to-upload.ts'
import { beginUpload } from '#kernel/files/operations/begin-upload.ts'
import { getOwnFile } from '#kernel/files/operations/get-own-file.ts'
import { getUpload } from '#kernel/files/operations/get-upload.ts'
import { uploadFile } from '#kernel/files/operations/upload-file.ts'
import { refusals as idRefusals } from '#kernel/ids/errors.ts'
import { ledgerRefusals } from '#kernel/ledger/errors.ts'
import { makeCheckpointJob } from '#kernel/ledger/jobs.ts'
import { getConsistencyProof } from '#kernel/ledger/operations/get-consistency-proof.ts'
import { getInclusionProof } from '#kernel/ledger/operations/get-inclusion-proof.ts'
import { listCheckpoints } from '#kernel/ledger/operations/list-checkpoints.ts'
import { makeCheckpointOperation } from '#kernel/ledger/operations/make-checkpoint.ts'
import { lifecycleRefusals } from '#kernel/lifecycle/lifecycle.ts'
import { getAttribution } from '#kernel/matter/operations/get-attribution.ts'
import { sendNotificationsJob } from '#kernel/notify/jobs.ts'
import { listMessages } from '#kernel/notify/operations/list-messages.ts'
import { listSentMessages } from '#kernel/notify/operations/list-sent-messages.ts'
import { markMessageRead } from '#kernel/notify/operations/mark-message-read.ts'
import { cleanUpJob } from '#kernel/retention/jobs.ts'
import { cleanUp } from '#kernel/retention/operations/clean-up.ts'
import { sessionErrors } from '#kernel/session/errors.ts'
import { enrolSecondFactor } from '#kernel/session/operations/enrol-second-factor.ts'
import { offerSecondFactor } from '#kernel/session/operations/offer-second-factor.ts'
import { signOut } from '#kernel/session/operations/sign-out.ts'
import { settingErrors } from '#kernel/settings/errors.ts'
import { localRuleLifecycle } from '#kernel/settings/lifecycle.ts'
import { changeSetting } from '#kernel/settings/operations/change-setting.ts'
import { getRules } from '#kernel/settings/operations/get-rules.ts'
import { getSettingHistory } from '#kernel/settings/operations/get-setting-history.ts'
import { listSettings } from '#kernel/settings/operations/list-settings.ts'
import { withdrawSettingChange } from '#kernel/settings/operations/withdraw-setting-change.ts'
import { signalErrors } from '#kernel/signals/errors.ts'
import { raiseSignalsJob } from '#kernel/signals/jobs.ts'
import { getRungs } from '#kernel/signals/operations/get-rungs.ts'
import { liveErrors } from '#kernel/live/errors.ts'
import { kernelTopics } from '#kernel/live/kernel-topics.ts'
import { getLiveState } from '#kernel/live/operations/get-live-state.ts'
import { listSignals } from '#kernel/signals/operations/list-signals.ts'
import { raiseSignals } from '#kernel/signals/operations/raise-signals.ts'
import { setRungs } from '#kernel/signals/operations/set-rungs.ts'
import { timeErrors } from '#kernel/time/errors.ts'
import { addToDate } from '#kernel/time/operations/add-to-date.ts'
import { explainLimit } from '#kernel/time/operations/explain-limit.ts'
import { defineModule } from './define-module.ts'
import { kernelLocales } from './kernel-texts.ts'

const calendarOperations = [listArrangements, publishArrangement, importIcal, getArrangement, adoptShippedCalendar, addClosure, endClosure, getYear, getWorkingDaysFeed, recomputeDueDates, listDueDateMoves, tellHolders] as const
const settingOperations = [listSettings, getRules, getSettingHistory, changeSetting, withdrawSettingChange] as const
const documentOperations = [verifyDocument, listDocumentKinds, getSpecimen, getDocumentKind, previewDocumentWords, changeDocumentWords, withdrawDocumentWords] as const
const fileOperations = [uploadFile, beginUpload, getUpload, appendToUpload, getOwnFile] as const
const signalOperations = [listSignals, getRungs, setRungs, raiseSignals] as const

/** The kernel's own operations, tables and texts, declared like a module's. */
export const kernelModule = defineModule({
  name: 'kernel',
  needs: [],
  operations: [
    addToDate,
    explainLimit,
    ...calendarOperations,
    ...settingOperations,
    ...signalOperations,
    getLiveState,
    getAttribution,
    makeCheckpointOperation,
    listCheckpoints,
    getInclusionProof,
    getConsistencyProof,
    replayDrawOperation,
    ...documentOperations,
    ...fileOperations,
    getDevices,
    readIdentityCard,
    scanDocument,
    listMessages,
    markMessageRead,
    listSentMessages,
    signOut,
    offerSecondFactor,
    enrolSecondFactor,
    cleanUp,
  ],
  permissions: {
    'calendar:publish': { roles: ['administrator'] },
    'calendar:read-moves': { roles: ['administrator', 'supervisor'] },
    'calendar:recompute': { roles: ['system'] },
    'documents:preview': { roles: ['administrator', 'supervisor'] },
    'settings:read': { roles: ['administrator', 'supervisor'] },
    'settings:change': { roles: ['administrator'] },
    'signals:read': { roles: ['administrator', 'supervisor', 'unitHead', 'hallManager'] },
    'signals:set': { roles: ['administrator'] },
    'signals:raise': { roles: ['system'] },
    'devices:read': { roles: ['windowClerk', 'supervisor'] },
    'devices:use': { roles: ['windowClerk'] },
    'kernel:read-attribution': { roles: ['supervisor'] },
    'kernel:make-checkpoint': { roles: ['administrator'] },
    'kernel:read-sent-messages': { roles: ['administrator'] },
    'kernel:enrol-second-factor': { roles: ['staff'] },
    'kernel:clean-up': { roles: ['system'] },
  },
  refusals: byCode(contractRefusals, lifecycleRefusals, timeErrors, calendarErrors, settingErrors, signalErrors, drawRefusals, ledgerRefusals, documentErrors, deviceErrors, fileErrors, idRefusals, liveErrors, sessionErrors),
  lifecycles: [localRuleLifecycle],
  live: kernelTopics,
  jobs: [recomputeDueDatesJob, tellHoldersJob, raiseSignalsJob, makeCheckpointJob, sendNotificationsJob, cleanUpJob],
  listeners: { 'kernel.due-date-moved': ['kernel.tell-holders-of-moved-dates'] },
  locales: kernelLocales,
  migrations: join(import.meta.dirname, '../migrations'),
})

/** Folders name their refusals for themselves; together only the code is unique. */
function byCode(...sets: readonly Readonly<Record<string, RefusalType>>[]): Readonly<Record<string, RefusalType>> {
  return Object.fromEntries(sets.flatMap((set) => Object.values(set)).map((type) => [type.code, type]))
}
