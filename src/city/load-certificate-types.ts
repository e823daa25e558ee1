import type { App, InputOf } from '../app.ts'
import { readCityFile } from './city-files.ts'
import { loader } from './loader.ts'

/** The kinds of certificate that the items of the catalogue result in. */
export async function loadCertificateTypes(app: App): Promise<void> {
  await app.call('certificates.load-types', loader, { types: readCityFile<InputOf<'certificates.load-types'>['types']>('catalogue/certificate-types.json') })
}
