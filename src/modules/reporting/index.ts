import { join } from 'node:path'
import { defineModule } from '#kernel/module/define-module.ts'
import { reportingPermissions } from './access.ts'
import { reportingErrors } from './errors.ts'
import { keepRollupsJob, publishLastMonth, writeReportJob } from './jobs.ts'
import { reportingTopics } from './live-topics.ts'
import en from './locales/en.json' with { type: 'json' }
import zh from './locales/zh-CN.json' with { type: 'json' }
import { exportPublished } from './operations/export-published.ts'
import { getDisclosureReport } from './operations/get-disclosure-report.ts'
import { getFigure } from './operations/get-figure.ts'
import { getHalfYearReport } from './operations/get-half-year-report.ts'
import { getReportFile } from './operations/get-report-file.ts'
import { getScorecards } from './operations/get-scorecards.ts'
import { getTemplate } from './operations/get-template.ts'
import { getWall } from './operations/get-wall.ts'
import { keepRollups } from './operations/keep-rollups.ts'
import { listFigureRowsOperation } from './operations/list-figure-rows.ts'
import { listFigures } from './operations/list-figures.ts'
import { listPublishedPeriods } from './operations/list-published-periods.ts'
import { listPublished } from './operations/list-published.ts'
import { listReports } from './operations/list-reports.ts'
import { previewTemplate } from './operations/preview-template.ts'
import { publishPeriod } from './operations/publish-period.ts'
import { rebuildRollups } from './operations/rebuild-rollups.ts'
import { requestReport } from './operations/request-report.ts'
import { saveTemplate } from './operations/save-template.ts'
import { writeReport } from './operations/write-report.ts'

const figures = [listFigures, getFigure, listFigureRowsOperation, getWall, keepRollups, rebuildRollups] as const
const open = [publishPeriod, listPublished, listPublishedPeriods, exportPublished] as const
const reports = [getHalfYearReport, getDisclosureReport, getScorecards, getTemplate, saveTemplate, previewTemplate, requestReport, writeReport, listReports, getReportFile] as const

/** 数据与报告: figures with their definitions and lists, and the reports written from them. */
export const reporting = defineModule({
  name: 'reporting',
  needs: ['organisation', 'catalogue', 'cases', 'reception', 'evaluations', 'hotline', 'supervision', 'grid', 'publication', 'disclosure'],
  operations: [...figures, ...open, ...reports],
  permissions: reportingPermissions,
  refusals: reportingErrors,
  jobs: [keepRollupsJob, publishLastMonth, writeReportJob],
  live: reportingTopics,
  locales: { zh, en },
  migrations: join(import.meta.dirname, 'migrations'),
})

export { FORMATS_OF, REPORT_KINDS } from './schema.ts'
export { verifyFigures } from './store/touched-figure.ts'
