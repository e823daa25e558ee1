import { join } from 'node:path'
import { signalRaised } from '#kernel/signals/raise.ts'
import { defineModule } from '#kernel/module/define-module.ts'
import { permissions } from './access.ts'
import { supervisionDocuments } from './documents/templates.ts'
import { supervisionErrors } from './errors.ts'
import { openFromSignalJob, supervisionJobs } from './jobs.ts'
import { supervisionLifecycles } from './lifecycle.ts'
import en from './locales/en.json' with { type: 'json' }
import settingTexts from './locales/settings.zh-CN.json' with { type: 'json' }
import zh from './locales/zh-CN.json' with { type: 'json' }
import { acceptComplaint } from './operations/accept-complaint.ts'
import { answerComplaint } from './operations/answer-complaint.ts'
import { answerItem } from './operations/answer-item.ts'
import { answerMeasure } from './operations/answer-measure.ts'
import { appealComplaint } from './operations/appeal-complaint.ts'
import { appealFinding } from './operations/appeal-finding.ts'
import { checkReply } from './operations/check-reply.ts'
import { closeFinding } from './operations/close-finding.ts'
import { compileBulletin } from './operations/compile-bulletin.ts'
import { concludeComplaint } from './operations/conclude-complaint.ts'
import { decideFindingAppeal } from './operations/decide-finding-appeal.ts'
import { declineComplaint } from './operations/decline-complaint.ts'
import { drawSample } from './operations/draw-sample.ts'
import { endPatrols } from './operations/end-patrols.ts'
import { explainFinding } from './operations/explain-finding.ts'
import { fileComplaint } from './operations/file-complaint.ts'
import { getBulletin } from './operations/get-bulletin.ts'
import { getBulletinDocument, getBulletinDocumentWords } from './operations/get-bulletin-document.ts'
import { getComplaint } from './operations/get-complaint.ts'
import { getFinding } from './operations/get-finding.ts'
import { getFindingFile } from './operations/get-finding-file.ts'
import { getMeasure } from './operations/get-measure.ts'
import { getMeasureDocument, getMeasureDocumentWords } from './operations/get-measure-document.ts'
import { getOpening } from './operations/get-opening.ts'
import { getPatrol } from './operations/get-patrol.ts'
import { getSample } from './operations/get-sample.ts'
import { getSampledReply } from './operations/get-sampled-reply.ts'
import { holdTalk } from './operations/hold-talk.ts'
import { listBulletins } from './operations/list-bulletins.ts'
import { listComplaints } from './operations/list-complaints.ts'
import { listFindings } from './operations/list-findings.ts'
import { listMeasures } from './operations/list-measures.ts'
import { listOpenings } from './operations/list-openings.ts'
import { listPatrols } from './operations/list-patrols.ts'
import { listSamples } from './operations/list-samples.ts'
import { listStandings } from './operations/list-standings.ts'
import { getBulletinLedger, getComplaintClock, getComplaintLedger, getFindingClock, getFindingLedger, getMeasureLedger, getOpeningLedger, getPatrolLedger, getSampleLedger } from './operations/matter-records.ts'
import { openFromSignal } from './operations/open-from-signal.ts'
import { planPatrols } from './operations/plan-patrols.ts'
import { recordFinding } from './operations/record-finding.ts'
import { recordOpening } from './operations/record-opening.ts'
import { recordVisit } from './operations/record-visit.ts'
import { settleMeasure } from './operations/settle-measure.ts'
import { supervisionSettings } from './settings.ts'

const findings = [recordFinding, listFindings, getFinding, getFindingLedger, getFindingClock, getFindingFile, explainFinding, closeFinding, appealFinding, decideFindingAppeal, openFromSignal] as const
const measures = [listMeasures, getMeasure, getMeasureLedger, getMeasureDocument, getMeasureDocumentWords, answerMeasure, holdTalk, settleMeasure, listStandings] as const
const patrols = [listPatrols, getPatrol, getPatrolLedger, recordVisit, planPatrols, endPatrols] as const
const boxes = [recordOpening, listOpenings, getOpening, getOpeningLedger, answerItem] as const
const complaints = [fileComplaint, listComplaints, getComplaint, getComplaintLedger, getComplaintClock, acceptComplaint, declineComplaint, answerComplaint, appealComplaint, concludeComplaint] as const
const looks = [listSamples, getSample, getSampleLedger, getSampledReply, checkReply, drawSample] as const
const bulletins = [listBulletins, getBulletin, getBulletinLedger, getBulletinDocument, getBulletinDocumentWords, compileBulletin] as const

/** 效能监察: one register of findings, and what follows from it. */
export const supervision = defineModule({
  name: 'supervision',
  needs: ['organisation', 'hotline', 'cases', 'disclosure'],
  operations: [...findings, ...measures, ...patrols, ...boxes, ...complaints, ...looks, ...bulletins],
  permissions,
  refusals: supervisionErrors,
  lifecycles: supervisionLifecycles,
  jobs: supervisionJobs,
  listeners: { [signalRaised]: [openFromSignalJob.name] },
  documents: supervisionDocuments,
  settings: supervisionSettings,
  locales: { zh: { ...zh, settings: settingTexts }, en },
  migrations: join(import.meta.dirname, 'migrations'),
})

export { supervisionMetrics } from './metrics.ts'
