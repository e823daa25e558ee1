import type { App } from '../app.ts'
import { loadCatalogue } from './load-catalogue.ts'
import { loadCertificateTypes } from './load-certificate-types.ts'
import { loadGrid } from './load-grid.ts'
import { loadHotline } from './load-hotline.ts'
import { loadOrganisation } from './load-organisation.ts'
import { loadPublication } from './load-publication.ts'
import { loadSubjects } from './load-subjects.ts'

/** The steps in their order. Each can be repeated: what is there stays, so that a load that was cut off goes on at the next start. */
const steps: readonly ((app: App) => Promise<void>)[] = [loadOrganisation, loadCatalogue, loadCertificateTypes, loadSubjects, loadHotline, loadGrid, loadPublication]

/** Loads the demo city through the operations of the modules, as the loader. */
export async function loadDemoCity(app: App): Promise<void> {
  for (const step of steps) await step(app)
  app.services.log.info('demo city loaded')
}
