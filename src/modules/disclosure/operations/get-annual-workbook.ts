import { z } from 'zod'
import writeXlsxFile from 'write-excel-file/node'
import { defineOperation, FileAnswer } from '#kernel/contract/operation.ts'
import { organisationErrors } from '#modules/organisation/index.ts'
import { AnnualQuestion, type AnnualTable, annualTable } from '../annual-table.ts'
import { disclosureErrors } from '../errors.ts'
import texts from '../locales/zh-CN.json' with { type: 'json' }

const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The tables of the annual report as they are printed. */
export const getAnnualWorkbook = defineOperation({
  name: 'disclosure.get-annual-workbook',
  summary: 'Gives the statistic tables of the annual report as a workbook',
  kind: 'query',
  http: { method: 'GET', path: '/disclosure/annual-table/workbook' },
  access: { permission: 'disclosure:read-table' },
  input: AnnualQuestion,
  output: z.custom<FileAnswer>((value) => value instanceof FileAnswer),
  refusals: [disclosureErrors.requestUnknown, disclosureErrors.yearFuture, organisationErrors.unitUnknown],
  examples: [{ summary: 'The market bureau in 2026', input: { year: 2026, unitId: 'shichang-jianguan' } }],
  async run(ctx, question) {
    const table = await annualTable(ctx, question)
    return new FileAnswer(await workbookOf(table), contentType, texts.workbook.file.replace('{year}', String(table.year)))
  },
})

async function workbookOf({ columns, rows, remedies }: AnnualTable): Promise<Uint8Array> {
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = texts as never
  const word = (list: string, key: string): string => words[list]?.[key] ?? key
  const text = (value: string) => ({ value, type: String })
  const number = (value: number) => ({ value, type: Number })
  const requests = [
    [text(texts.workbook.requests), ...columns.map((key) => text(word('columns', key))), text(texts.columns.total)],
    ...rows.map(({ key, counts, total }) => [text(word('rows', key)), ...counts.map(number), number(total)]),
  ]
  const results = remedies[0]?.counts.map(({ result }) => result) ?? []
  const lawsuits = [
    [text(texts.workbook.remedies), ...results.map((result) => text(word('remedyResults', result))), text(texts.columns.total)],
    ...remedies.map(({ kind, counts, total }) => [text(word('remedyKinds', kind)), ...counts.map(({ count }) => number(count)), number(total)]),
  ]
  return writeXlsxFile([{ sheet: texts.workbook.requests, data: requests }, { sheet: texts.workbook.remedies, data: lawsuits }]).toBuffer()
}
