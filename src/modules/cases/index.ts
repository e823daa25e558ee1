import { join } from 'node:path'
import { defineModule } from '#kernel/module/define-module.ts'
import { casePermissions } from './access.ts'
import { caseErrors } from './errors.ts'
import { applyLapsedClocks, resumeLapsedStops } from './jobs.ts'
import { tellMovedDueDates } from './listeners.ts'
import { caseLifecycle } from './lifecycle.ts'
import { acceptCase } from './operations/accept-case.ts'
import { archiveCase } from './operations/archive-case.ts'
import { correctCase } from './operations/correct-case.ts'
import { decideCase } from './operations/decide-case.ts'
import { deemAccepted } from './operations/deem-accepted.ts'
import { deemRenewed } from './operations/deem-renewed.ts'
import { deemWithdrawn } from './operations/deem-withdrawn.ts'
import { deliverCase } from './operations/deliver-case.ts'
import { extendCase } from './operations/extend-case.ts'
import { findNotRequired } from './operations/find-not-required.ts'
import { findOutOfScope } from './operations/find-out-of-scope.ts'
import { forwardCase } from './operations/forward-case.ts'
import { getArchivePackage } from './operations/get-archive-package.ts'
import { getCase } from './operations/get-case.ts'
import { getCaseDocument } from './operations/get-case-document.ts'
import { getCaseFile } from './operations/get-case-file.ts'
import { getProgress } from './operations/get-progress.ts'
import { issueCase } from './operations/issue-case.ts'
import { getCaseClock, getCaseLedger } from './operations/ledger-and-clock.ts'
import { listCases } from './operations/list-cases.ts'
import { listDecisions } from './operations/list-decisions.ts'
import { listLapsed } from './operations/list-lapsed.ts'
import { listLapsedStops } from './operations/list-lapsed-stops.ts'
import { listWork } from './operations/list-queue.ts'
import { recordVisit } from './operations/record-visit.ts'
import { readForm } from './operations/read-form.ts'
import { receiveCase } from './operations/receive-case.ts'
import { refuseAcceptance } from './operations/refuse-acceptance.ts'
import { reportUnrectified } from './operations/report-unrectified.ts'
import { requestCorrection } from './operations/request-correction.ts'
import { resumeCase } from './operations/resume-case.ts'
import { resumeLapsedStop } from './operations/resume-lapsed-stop.ts'
import { reviewCase } from './operations/review-case.ts'
import { revokeCase } from './operations/revoke-case.ts'
import { submitCase } from './operations/submit-case.ts'
import { supplyMaterial } from './operations/supply-material.ts'
import { suspendCase } from './operations/suspend-case.ts'
import { tellDueMoved } from './operations/tell-due-moved.ts'
import { transferCase } from './operations/transfer-case.ts'
import { verifyPledge } from './operations/verify-pledge.ts'
import { withdrawCase } from './operations/withdraw-case.ts'
import { withdrawPledge } from './operations/withdraw-pledge.ts'
import en from './locales/en.json' with { type: 'json' }
import zh from './locales/zh-CN.json' with { type: 'json' }

const queries = [getCase, readForm, getCaseLedger, getCaseClock, listCases, listWork, getProgress, listDecisions, getCaseDocument, getCaseFile, getArchivePackage, listLapsed, listLapsedStops] as const

const beforeDecision = [submitCase, receiveCase, forwardCase, acceptCase, requestCorrection, correctCase, findNotRequired, findOutOfScope, refuseAcceptance, reviewCase, transferCase, suspendCase, resumeCase, extendCase, supplyMaterial, withdrawPledge, withdrawCase] as const

const decisionAndAfter = [decideCase, issueCase, deliverCase, recordVisit, verifyPledge, archiveCase, revokeCase] as const

const byLaw = [deemAccepted, deemWithdrawn, deemRenewed, reportUnrectified, resumeLapsedStop, tellDueMoved] as const

/** 办件: from an application to its result. */
export const cases = defineModule({
  name: 'cases',
  needs: ['organisation', 'subjects', 'catalogue', 'certificates', 'evaluations'],
  operations: [...queries, ...beforeDecision, ...decisionAndAfter, ...byLaw],
  permissions: casePermissions,
  refusals: caseErrors,
  lifecycles: [caseLifecycle],
  jobs: [applyLapsedClocks, resumeLapsedStops, tellMovedDueDates],
  listeners: { 'kernel.due-date-moved': ['cases.tell-moved-due-dates'] },
  locales: { zh, en },
  migrations: join(import.meta.dirname, 'migrations'),
})
export { caseMetrics } from './metrics.ts'
