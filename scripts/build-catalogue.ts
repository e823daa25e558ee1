/** Writes data/catalogue from a folder of collected facts: `node scripts/build-catalogue.ts FACTS_FOLDER`. The output is committed. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lintItem } from '#modules/catalogue/rules/lint-item.ts'
import { ItemVersion } from '#modules/catalogue/schema/item-version.ts'
import { certificateNames, certificateTypes } from './build-catalogue/certificates.ts'
import { corrected } from './build-catalogue/corrections.ts'
import { departments } from './build-catalogue/departments.ts'
import type { ItemFact, ThemeFact } from './build-catalogue/facts.ts'
import { foodLicence } from './build-catalogue/food-licence.ts'
import { itemOf } from './build-catalogue/items.ts'
import { basicCatalogue, permitList, proofItems } from './build-catalogue/lists.ts'
import { withSources } from './build-catalogue/sample-sources.ts'
import { sharedResources } from './build-catalogue/sharing.ts'
import { themeOf } from './build-catalogue/themes.ts'

const [factsFolder] = process.argv.slice(2)
if (factsFolder === undefined) throw new Error('usage: node scripts/build-catalogue.ts FACTS_FOLDER')

const out = join(import.meta.dirname, '../data/catalogue')

function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(factsFolder ?? '', name), 'utf8')) as T
}

function write(name: string, content: readonly unknown[]): void {
  writeFileSync(join(out, name), `${JSON.stringify(content, null, 1)}\n`)
  console.log(`${name}: ${content.length}`)
}

const collected = read<readonly (ItemFact & { readonly department: string })[]>('catalogue-facts.json')
const themeFacts = read<readonly (ThemeFact & { readonly leadDepartment: string })[]>('themes.json')
const facts = collected.map(corrected)
const certificates = certificateNames(facts)
const types = certificateTypes(facts, certificates)
const items = facts
  .map((fact) => itemOf(fact, { facts, themes: themeFacts, certificates, certificateTypes: types }))
  .map((item) => (item.itemKey === 'sc-05' ? foodLicence(item) : item))
  .map(withSources)

const context = {
  permitList: permitList(items),
  proofItems: proofItems(facts),
  sharedResources: sharedResources(facts, certificates, types),
  certificateTypes: types,
  otherVersions: [],
}

/** A material's name after correction. */
function renamed(item: string, material: string): string {
  const place = collected.find((fact) => fact.id === item)?.materials.findIndex((one) => one.name === material) ?? -1
  return facts.find((fact) => fact.id === item)?.materials[place]?.name ?? material
}

let errors = 0
for (const item of items) {
  ItemVersion.parse(item)
  for (const finding of lintItem(item, context)) {
    if (finding.severity === 'error') errors += 1
    console.log(item.itemKey, item.name, finding.rule, finding.severity, finding.pointer, finding.code, JSON.stringify(finding.params))
  }
}
if (errors > 0) process.exitCode = 1

mkdirSync(join(out, 'items'), { recursive: true })
write('departments.json', departments)
for (const department of departments)
  write(
    `items/${department.key}.json`,
    items.filter((item) => item.department === department.key),
  )
write(
  'themes.json',
  themeFacts.map((theme) => themeOf(theme, collected, renamed)),
)
write('basic-catalogue.json', basicCatalogue(items, facts))
write('certificate-types.json', types)
write('permit-list.json', context.permitList)
write('proof-items.json', context.proofItems)
write('shared-resources.json', context.sharedResources)
