import { join } from 'node:path'
import { defineModule } from '#kernel/module/define-module.ts'
import { permissions } from './access.ts'
import { annualReportLifecycle } from './annual-lifecycle.ts'
import { disclosureDocumentKinds } from './documents/document-kinds.ts'
import { disclosureErrors } from './errors.ts'
import { fetchMailsJob, lapseOverdueJob, openAnnualReportsJob } from './jobs.ts'
import { requestLifecycle } from './lifecycle.ts'
import en from './locales/en.json' with { type: 'json' }
import settingTexts from './locales/settings.zh-CN.json' with { type: 'json' }
import zh from './locales/zh-CN.json' with { type: 'json' }
import { getAnnualReportClock, getAnnualReportLedger } from './operations/annual-report-records.ts'
import { clarifyRequest } from './operations/clarify-request.ts'
import { consultParty } from './operations/consult-party.ts'
import { decideProposal } from './operations/decide-proposal.ts'
import { deliverAnswer } from './operations/deliver-answer.ts'
import { demandFee } from './operations/demand-fee.ts'
import { draftAnswer } from './operations/draft-answer.ts'
import { extendRequest } from './operations/extend-request.ts'
import { fetchMails } from './operations/fetch-mails.ts'
import { getAnnualReport } from './operations/get-annual-report.ts'
import { getAnnualTable } from './operations/get-annual-table.ts'
import { getAnnualWorkbook } from './operations/get-annual-workbook.ts'
import { getDocument, getDocumentWords } from './operations/get-document.ts'
import { getFile } from './operations/get-file.ts'
import { getMail } from './operations/get-mail.ts'
import { getRequest } from './operations/get-request.ts'
import { issueAnswer } from './operations/issue-answer.ts'
import { lapseOverdue } from './operations/lapse-overdue.ts'
import { listMails } from './operations/list-mails.ts'
import { listOwn } from './operations/list-own.ts'
import { listProposals } from './operations/list-proposals.ts'
import { listRequests } from './operations/list-requests.ts'
import { makeExcerpt } from './operations/make-excerpt.ts'
import { openAnnualReports } from './operations/open-annual-reports.ts'
import { publishAnnualReport } from './operations/publish-annual-report.ts'
import { readApplicant } from './operations/read-applicant.ts'
import { readSource } from './operations/read-source.ts'
import { receiveRequest } from './operations/receive-request.ts'
import { recordOpinion } from './operations/record-opinion.ts'
import { recordPayment } from './operations/record-payment.ts'
import { recordRemedy } from './operations/record-remedy.ts'
import { registerRequest } from './operations/register-request.ts'
import { requestClarification } from './operations/request-clarification.ts'
import { getRequestClock, getRequestLedger } from './operations/request-records.ts'
import { returnDraft } from './operations/return-draft.ts'
import { setMailAside } from './operations/set-mail-aside.ts'
import { simulateMail } from './operations/simulate-mail.ts'
import { submitRequest } from './operations/submit-request.ts'
import { waiveFee } from './operations/waive-fee.ts'
import { withdrawRequest } from './operations/withdraw-request.ts'
import { disclosureSettings } from './settings.ts'

const requests = [submitRequest, registerRequest, listOwn, listRequests, getRequest, getRequestLedger, getRequestClock, getDocument, getDocumentWords, getFile, readApplicant] as const
const commands = [receiveRequest, requestClarification, clarifyRequest, consultParty, recordOpinion, extendRequest, demandFee, recordPayment, waiveFee, withdrawRequest] as const
const answers = [readSource, makeExcerpt, draftAnswer, returnDraft, issueAnswer, deliverAnswer, recordRemedy] as const
const mails = [listMails, getMail, setMailAside, simulateMail, fetchMails] as const
const reports = [listProposals, decideProposal, getAnnualTable, getAnnualWorkbook, getAnnualReport, getAnnualReportLedger, getAnnualReportClock, publishAnnualReport] as const

/** 依申请公开: from an application for information to its answer, and the annual table. */
export const disclosure = defineModule({
  name: 'disclosure',
  needs: ['organisation', 'subjects', 'publication'],
  operations: [...requests, ...commands, ...answers, ...mails, ...reports, lapseOverdue, openAnnualReports],
  permissions,
  refusals: disclosureErrors,
  lifecycles: [requestLifecycle, annualReportLifecycle],
  jobs: [lapseOverdueJob, fetchMailsJob, openAnnualReportsJob],
  settings: disclosureSettings,
  documents: disclosureDocumentKinds,
  locales: { zh: { ...zh, settings: settingTexts }, en },
  migrations: join(import.meta.dirname, 'migrations'),
})

export { AnnualQuestion, type AnnualTable, annualTable } from './annual-table.ts'
export { disclosureErrors } from './errors.ts'
export { readAnswer } from './read-answer.ts'
export { disclosureMetrics } from './metrics.ts'
