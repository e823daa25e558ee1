import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Config } from '#kernel/config/config.ts'
import { FileAnswer } from '#kernel/contract/operation.ts'
import { addCalendarDays, addMonths, type Day, parseDay } from '#kernel/time/day.ts'
import { FORMATS_OF, REPORT_KINDS } from '#modules/reporting/index.ts'
import { loader } from './city/loader.ts'
import { openOffice } from './process.ts'

/**
 * `report --period 2018-01..2018-05`: writes the half-year report as Word and as a workbook, with `--kind scorecards` the
 * scorecards of the first month as a workbook, with `--kind disclosure-annual --period 2018` the annual report on disclosure of the
 * whole government as Word, into the folder `reports` of the data folder or into `--out`.
 */
export async function writeReports(config: Config, flags: readonly string[], say: (line: string) => void): Promise<void> {
  const { values } = parseArgs({
    args: [...flags],
    options: { kind: { type: 'string', default: 'half-year' }, period: { type: 'string' }, out: { type: 'string', default: join(config.dataFolder, 'reports') } },
  })
  const kind = REPORT_KINDS.find((one) => one === values.kind)
  if (kind === undefined) throw new Error(`unknown kind of report "${values.kind}": ${REPORT_KINDS.join(', ')}`)
  const period = periodOf(values.period ?? '')
  const office = await openOffice(config)
  try {
    mkdirSync(values.out, { recursive: true })
    for (const format of FORMATS_OF[kind]) {
      const { id } = await office.app.call('reporting.request-report', loader, { kind, format, ...period })
      await office.app.call('reporting.write-report', loader, { id })
      const file = await office.app.call('reporting.get-report-file', loader, { id })
      if (!(file instanceof FileAnswer)) throw new Error('the report is no file')
      writeFileSync(join(values.out, file.fileName), file.bytes)
      say(join(values.out, file.fileName))
    }
  } finally {
    await office.close()
  }
}

/** `2018-01..2018-05`: from the first day of the first month to the last day of the last; `2018`: the whole year. */
export function periodOf(text: string): { readonly from: Day; readonly to: Day } {
  const [, first, last] = /^(\d{4}-\d{2})\.\.(\d{4}-\d{2})$/.exec(/^\d{4}$/.test(text) ? `${text}-01..${text}-12` : text) ?? []
  if (first === undefined || last === undefined) throw new Error(`a period looks like 2018-01..2018-05 or 2018, not "${text}"`)
  return { from: parseDay(`${first}-01`), to: addCalendarDays(addMonths(parseDay(`${last}-01`), 1), -1) }
}
