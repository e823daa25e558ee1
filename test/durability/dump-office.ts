// Writes the dump of an office that the upgrade drill of the next release restores: every row, its keys, and which migrations it had.
//   node test/durability/dump-office.ts DATA_FOLDER FILE.json.br     with the office stopped or running on its embedded database
// Of the catalogue only what cases rest on and a sample of the rest is taken, so that the file stays small.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { brotliCompressSync } from 'node:zlib'
import pg from 'pg'
import { startEmbedded } from '#kernel/db/embedded.ts'
import type { OfficeDump, Row } from './office-dump.ts'

const oneOfItems = 20
const [dataFolder, file] = process.argv.slice(2)
if (dataFolder === undefined || file === undefined) throw new Error('usage: node test/durability/dump-office.ts DATA_FOLDER FILE.json.br')
const server = await startEmbedded(dataFolder)
const client = new pg.Client({ connectionString: server.databaseUrl('yimen'), options: '-c search_path=yimen' })
await client.connect()
try {
  const { rows: names } = await client.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'yimen' ORDER BY 1`)
  const tables: Record<string, readonly Row[]> = {}
  for (const { name } of names) {
    const { rows } = await client.query<{ row: Row }>(`SELECT to_jsonb(t) AS row FROM ${client.escapeIdentifier(name)} t`)
    if (rows.length > 0) tables[name] = rows.map(({ row }) => row)
  }
  const dump: OfficeDump = { secrets: JSON.parse(readFileSync(join(dataFolder, 'secrets.json'), 'utf8')) as OfficeDump['secrets'], tables: withSomeItems(tables) }
  writeFileSync(file, brotliCompressSync(JSON.stringify(dump)))
} finally {
  await client.end()
  if (!server.adopted) await server.stop()
}

function withSomeItems(tables: Readonly<Record<string, readonly Row[]>>): Readonly<Record<string, readonly Row[]>> {
  const { items = [], item_versions: versions = [], matters = [] } = tables
  const used = new Set(matters.map((matter) => matter['item_version_id']))
  const kept = new Set(items.filter((item, place) => place % oneOfItems === 0 || versions.some((version) => used.has(version['id']) && version['implement_code'] === item['implement_code'])).map((item) => item['implement_code']))
  return { ...tables, items: items.filter((item) => kept.has(item['implement_code'])), item_versions: versions.filter((version) => kept.has(version['implement_code'])) }
}
