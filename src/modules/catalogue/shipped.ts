import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ItemVersion } from './schema/item-version.ts'
import { BasicCatalogueEntry, CertificateType, Department, PermitListEntry, ProofItem, SharedResource } from './schema/lists.ts'
import { ThemePackage } from './schema/theme.ts'

/** The catalogue that ships with the platform: everything under `data/catalogue`. */
export interface ShippedCatalogue {
  readonly departments: readonly Department[]
  readonly items: readonly ItemVersion[]
  readonly themes: readonly ThemePackage[]
  readonly basicCatalogue: readonly BasicCatalogueEntry[]
  readonly certificateTypes: readonly CertificateType[]
  readonly permitList: readonly PermitListEntry[]
  readonly proofItems: readonly ProofItem[]
  readonly sharedResources: readonly SharedResource[]
}

function readList<T>(file: string, schema: z.ZodType<T>): readonly T[] {
  return z.array(schema).parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** Reads and checks the catalogue in a folder laid out like `data/catalogue`; throws at the first file that does not fit its schema. */
export function readShippedCatalogue(folder: string): ShippedCatalogue {
  const itemFiles = readdirSync(join(folder, 'items'))
    .filter((name) => name.endsWith('.json'))
    .sort()
  return {
    departments: readList(join(folder, 'departments.json'), Department),
    items: itemFiles.flatMap((name) => readList(join(folder, 'items', name), ItemVersion)),
    themes: readList(join(folder, 'themes.json'), ThemePackage),
    basicCatalogue: readList(join(folder, 'basic-catalogue.json'), BasicCatalogueEntry),
    certificateTypes: readList(join(folder, 'certificate-types.json'), CertificateType),
    permitList: readList(join(folder, 'permit-list.json'), PermitListEntry),
    proofItems: readList(join(folder, 'proof-items.json'), ProofItem),
    sharedResources: readList(join(folder, 'shared-resources.json'), SharedResource),
  }
}
