// Writes docs/reports: what the sources say about themselves.
//   node scripts/reports.ts           writes all reports
//   node scripts/reports.ts --check   exit code 1 if writing them would change anything
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openApiDocument } from '#kernel/contract/openapi.ts'
import { modulesReport } from './module-needs.ts'
import { accessReport } from './reports/access-report.ts'
import { readTables } from './reports/database.ts'
import { declaredJobs, declaredLifecycles, declaredModules, declaredOperations, declaredPermissions, declaredTexts, projectRoot, projectVersion } from './reports/declared.ts'
import { jobsReport } from './reports/jobs-report.ts'
import { lifecyclesReport } from './reports/lifecycles-report.ts'
import { schemaReport } from './reports/schema-report.ts'
import { sizesReport } from './reports/sizes-report.ts'
import { makeRulesReport } from './rules-report.ts'

/** All reports by file name; the same sources give the same texts. */
async function makeReports(): Promise<ReadonlyMap<string, string>> {
  const openApi = openApiDocument({ operations: declaredOperations, permissions: declaredPermissions, texts: declaredTexts, version: projectVersion })
  return new Map([
    ['openapi.json', `${JSON.stringify(openApi, null, 2)}\n`],
    ['modules.md', modulesReport(projectRoot)],
    ['schema.md', schemaReport(await readTables())],
    ['access.md', accessReport(declaredOperations, declaredPermissions)],
    ['jobs.md', jobsReport(declaredJobs, declaredModules)],
    ['lifecycles.md', lifecyclesReport(declaredLifecycles, declaredPermissions)],
    ['rules.md', makeRulesReport(projectRoot)],
    ['sizes.md', sizesReport(projectRoot)],
  ])
}

async function main(argument: string | undefined): Promise<void> {
  const folder = join(projectRoot, 'docs', 'reports')
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of await makeReports()) {
    const path = join(folder, name)
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue
    if (argument !== '--check') {
      writeFileSync(path, text)
      console.log(`docs/reports/${name} written`)
    } else {
      console.error(`docs/reports/${name} is not fresh: run \`npm run reports\``)
      process.exitCode = 1
    }
  }
}

await main(process.argv[2])
