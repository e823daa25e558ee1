import { z } from 'zod'
import { defineOperation, FileAnswer } from '#kernel/contract/operation.ts'
import { AnnualQuestion, disclosureErrors } from '#modules/disclosure/index.ts'
import { organisationErrors } from '#modules/organisation/index.ts'
import texts from '../locales/disclosure-annual.zh-CN.json' with { type: 'json' }
import { disclosureAnnualWord } from '../report/disclosure-annual.ts'
import { contentTypes } from '../report/write.ts'

/** 政府信息公开工作年度报告 of one unit, or of all together, for who may read its tables (O-13). */
export const getDisclosureReport = defineOperation({
  name: 'reporting.get-disclosure-report',
  summary: 'Writes the annual report on disclosure of a unit, or for supervisors of all units together, as a Word file in the form that the law sets',
  kind: 'query',
  http: { method: 'GET', path: '/reports/disclosure-annual' },
  access: { permission: 'reporting:read-disclosure-reports' },
  rate: { perMinute: 6 },
  input: AnnualQuestion,
  output: z.unknown(),
  refusals: [disclosureErrors.requestUnknown, disclosureErrors.yearFuture, organisationErrors.unitUnknown],
  examples: [{ summary: 'The market bureau in 2026', input: { year: 2026, unitId: 'shichang-jianguan' } }],
  async run(ctx, question) {
    return new FileAnswer(await disclosureAnnualWord(ctx, question), contentTypes.docx, texts.file.replace('{year}', String(question.year)))
  },
})
