import { join } from 'node:path'
import { defineModule } from '#kernel/module/define-module.ts'
import { subjectEvents } from '#modules/subjects/index.ts'
import { casePermissions } from './access.ts'
import { caseErrors } from './errors.ts'
import { applyLapsedClocks, endAgenciesJob, forgetDraftsJob, resumeLapsedStops } from './jobs.ts'
import { tellMovedDueDates } from './listeners.ts'
import { caseLifecycle } from './lifecycle.ts'
import { acceptCase } from './operations/accept-case.ts'
import { archiveCase } from './operations/archive-case.ts'
import { askCountersign } from './operations/ask-countersign.ts'
import { checkApplication } from './operations/check-application.ts'
import { correctCase } from './operations/correct-case.ts'
import { countDrafts } from './operations/count-drafts.ts'
import { decideCase } from './operations/decide-case.ts'
import { deemAccepted } from './operations/deem-accepted.ts'
import { deemRenewed } from './operations/deem-renewed.ts'
import { deemWithdrawn } from './operations/deem-withdrawn.ts'
import { deliverCase } from './operations/deliver-case.ts'
import { demandFee } from './operations/demand-fee.ts'
import { discardDraft } from './operations/discard-draft.ts'
import { endAgencies } from './operations/end-agencies.ts'
import { extendCase } from './operations/extend-case.ts'
import { findCases } from './operations/find-cases.ts'
import { findNotRequired } from './operations/find-not-required.ts'
import { findOutOfScope } from './operations/find-out-of-scope.ts'
import { forgetDrafts } from './operations/forget-drafts.ts'
import { forwardCase } from './operations/forward-case.ts'
import { getArchivePackage } from './operations/get-archive-package.ts'
import { getCase } from './operations/get-case.ts'
import { getCaseDocument, getCaseDocumentWords } from './operations/get-case-document.ts'
import { getCaseFile } from './operations/get-case-file.ts'
import { getDeclaration } from './operations/get-declaration.ts'
import { getDraft } from './operations/get-draft.ts'
import { getProgress } from './operations/get-progress.ts'
import { issueCase } from './operations/issue-case.ts'
import { getCaseClock, getCaseLedger } from './operations/ledger-and-clock.ts'
import { listArchivable } from './operations/list-archivable.ts'
import { listCases } from './operations/list-cases.ts'
import { listCasesAtWindow } from './operations/list-cases-at-window.ts'
import { listDecisions } from './operations/list-decisions.ts'
import { listDrafts } from './operations/list-drafts.ts'
import { listFees } from './operations/list-fees.ts'
import { listHandledCases } from './operations/list-handled.ts'
import { listKnownMaterials } from './operations/list-known-materials.ts'
import { listLapsed } from './operations/list-lapsed.ts'
import { listLapsedStops } from './operations/list-lapsed-stops.ts'
import { listUsableCertificates } from './operations/list-usable-certificates.ts'
import { listWork } from './operations/list-queue.ts'
import { payFee } from './operations/pay-fee.ts'
import { noteCaseOpening } from './operations/note-opening.ts'
import { recordVisit } from './operations/record-visit.ts'
import { readForm } from './operations/read-form.ts'
import { receiveCase } from './operations/receive-case.ts'
import { refuseAcceptance } from './operations/refuse-acceptance.ts'
import { refundFee } from './operations/refund-fee.ts'
import { reportUnrectified } from './operations/report-unrectified.ts'
import { requestCorrection } from './operations/request-correction.ts'
import { resumeCase } from './operations/resume-case.ts'
import { resumeLapsedStop } from './operations/resume-lapsed-stop.ts'
import { reviewCase } from './operations/review-case.ts'
import { returnCase } from './operations/return-case.ts'
import { revokeCase } from './operations/revoke-case.ts'
import { saveDraft } from './operations/save-draft.ts'
import { submitCase } from './operations/submit-case.ts'
import { supplyMaterial } from './operations/supply-material.ts'
import { summariseWork } from './operations/summarise-queue.ts'
import { suspendCase } from './operations/suspend-case.ts'
import { tellDueMoved } from './operations/tell-due-moved.ts'
import { transferCase } from './operations/transfer-case.ts'
import { verifyPledge } from './operations/verify-pledge.ts'
import { withdrawCase } from './operations/withdraw-case.ts'
import { withdrawPledge } from './operations/withdraw-pledge.ts'
import { caseDocumentKinds } from './documents/document-kinds.ts'
import { caseTopics } from './live-topics.ts'
import { caseSettings } from './settings.ts'
import en from './locales/en.json' with { type: 'json' }
import settingTexts from './locales/settings.zh-CN.json' with { type: 'json' }
import zh from './locales/zh-CN.json' with { type: 'json' }

// The fixed address /cases/declaration comes before /cases/{number}: the first that fits answers.
const queries = [getDeclaration, getCase, readForm, getCaseLedger, getCaseClock, listCases, findCases, listCasesAtWindow, listWork, summariseWork, listHandledCases, getProgress, listDecisions, getCaseDocument, getCaseDocumentWords, getCaseFile, getArchivePackage, listArchivable, listUsableCertificates, listLapsed, listLapsedStops] as const

const drafts = [countDrafts, saveDraft, getDraft, listDrafts, discardDraft, forgetDrafts, checkApplication, listKnownMaterials] as const

const fees = [listFees, demandFee, payFee, refundFee] as const

const beforeDecision = [submitCase, receiveCase, forwardCase, acceptCase, requestCorrection, correctCase, findNotRequired, findOutOfScope, refuseAcceptance, reviewCase, transferCase, returnCase, askCountersign, noteCaseOpening, suspendCase, resumeCase, extendCase, supplyMaterial, withdrawPledge, withdrawCase] as const

const decisionAndAfter = [decideCase, issueCase, deliverCase, recordVisit, verifyPledge, archiveCase, revokeCase] as const

const byLaw = [deemAccepted, deemWithdrawn, deemRenewed, reportUnrectified, resumeLapsedStop, tellDueMoved, endAgencies] as const

/** 办件: from an application to its result. */
export const cases = defineModule({
  name: 'cases',
  needs: ['organisation', 'subjects', 'catalogue', 'certificates', 'evaluations'],
  operations: [...queries, ...drafts, ...fees, ...beforeDecision, ...decisionAndAfter, ...byLaw],
  permissions: casePermissions,
  refusals: caseErrors,
  lifecycles: [caseLifecycle],
  jobs: [applyLapsedClocks, resumeLapsedStops, forgetDraftsJob, endAgenciesJob, tellMovedDueDates],
  listeners: { 'kernel.due-date-moved': ['cases.tell-moved-due-dates'], [subjectEvents.authorisationEnded]: [endAgenciesJob.name] },
  live: caseTopics,
  settings: caseSettings,
  documents: caseDocumentKinds,
  locales: { zh: { ...zh, settings: settingTexts }, en },
  migrations: join(import.meta.dirname, 'migrations'),
})
export { caseMetrics } from './metrics.ts'
export { readDecision } from './read-decision.ts'
export { declarationInForce } from './rules/declaration.ts'
