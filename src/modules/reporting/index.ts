import { defineModule } from '#kernel/module/define-module.ts'
import { reportingPermissions } from './access.ts'
import { reportingErrors } from './errors.ts'
import en from './locales/en.json' with { type: 'json' }
import zh from './locales/zh-CN.json' with { type: 'json' }
import { getHalfYearReport } from './operations/get-half-year-report.ts'
import { getWall } from './operations/get-wall.ts'
import { listFigureRowsOperation } from './operations/list-figure-rows.ts'
import { listFigures } from './operations/list-figures.ts'
import { listPublished } from './operations/list-published.ts'
import { publishPeriod } from './operations/publish-period.ts'

/** 数据与报告: figures with their definitions and lists, and the reports written from them. */
export const reporting = defineModule({
  name: 'reporting',
  needs: ['organisation', 'catalogue', 'cases', 'evaluations'],
  operations: [listFigures, listFigureRowsOperation, getWall, publishPeriod, listPublished, getHalfYearReport],
  permissions: reportingPermissions,
  refusals: reportingErrors,
  locales: { zh, en },
})
