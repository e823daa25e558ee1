import { join } from 'node:path'
import { readShippedCatalogue } from '#modules/catalogue/index.ts'
import type { App } from '../app.ts'

/** Loads the catalogue that ships under `data/catalogue`, as the loader. */
export async function loadCatalogue(app: App): Promise<void> {
  const { items, themes, basicCatalogue, certificateTypes, permitList, proofItems, sharedResources } = readShippedCatalogue(join(import.meta.dirname, '../../data/catalogue'))
  const loaded = await app.call(
    'catalogue.load-catalogue',
    { kind: 'system', name: 'loader' },
    { items, themes, basicCatalogue, certificateTypes, permitList, proofItems, sharedResources },
  )
  app.services.log.info('catalogue loaded', loaded)
}
