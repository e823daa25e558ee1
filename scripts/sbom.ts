// Writes sbom.json: what runs in operation, as CycloneDX, from package-lock.json. The file is not kept in the repository.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { billOfMaterials, type Lock } from './sbom/bill-of-materials.ts'

const root = join(import.meta.dirname, '..')
const bill = billOfMaterials(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock)
writeFileSync(join(root, 'sbom.json'), `${JSON.stringify(bill, null, 2)}\n`)
console.log(`sbom.json: ${bill.components.length} components`)
