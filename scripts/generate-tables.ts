// Writes tables.ts of every module: the types of the tables that its migrations create, for Kysely.
//   node scripts/generate-tables.ts           writes all
//   node scripts/generate-tables.ts --check   exit code 1 if writing them would change anything
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readTables } from './reports/database.ts'
import { projectRoot } from './reports/declared.ts'
import { tablesSource } from './reports/tables-source.ts'

const check = process.argv[2] === '--check'
const byOwner = Map.groupBy(await readTables(), ({ owner }) => owner)
for (const [module, tables] of byOwner) {
  if (module === 'kernel') continue
  const file = `src/modules/${module}/tables.ts`
  const path = join(projectRoot, file)
  const source = tablesSource(module, tables)
  if (existsSync(path) && readFileSync(path, 'utf8') === source) continue
  if (check) {
    console.error(`${file} is not fresh: run \`npm run tables\``)
    process.exitCode = 1
  } else {
    writeFileSync(path, source)
    console.log(`${file} written`)
  }
}
