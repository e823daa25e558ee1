import { join } from 'node:path'
import type { Day } from '#kernel/time/day.ts'
import { readShippedCatalogue } from '#modules/catalogue/index.ts'
import type { HeadAgency, StaffMember } from '#modules/organisation/index.ts'
import type { App, InputOf } from '../../app.ts'
import { readCityFile } from '../city-files.ts'
import { loadGrid } from '../load-grid.ts'
import { loadHotline } from '../load-hotline.ts'
import { loader } from '../loader.ts'
import type { ActOptions } from './people.ts'

const demoPassword = 'yimen-demo'
const catalogueFolder = join(import.meta.dirname, '../../../data/catalogue')

/**
 * Sets up the demo district as if its units, staff and today's catalogue had been there since `openingDay`: the cities of the
 * reports lived before the catalogue that ships.
 */
export async function loadSimulatedCity(app: App, openingDay: Day, options: (act: string) => ActOptions): Promise<void> {
  type City = InputOf<'organisation.load-organisation'>
  const since = <T extends { readonly from: Day }>(period: T): T => (period.from > openingDay ? { ...period, from: openingDay } : period)
  await app.call(
    'organisation.load-organisation',
    loader,
    {
      regions: ['provinces', 'prefectures', 'counties', '440114'].flatMap((file) => readCityFile<City['regions']>(`regions/${file}.json`)),
      units: readCityFile<City['units']>('city/units.json'),
      halls: readCityFile<City['halls']>('city/halls.json'),
      windows: readCityFile<City['windows']>('city/windows.json'),
      posts: readCityFile<City['posts']>('city/posts.json'),
      roles: readCityFile<City['roles']>('city/roles.json'),
      staff: readCityFile<StaffMember[]>('city/staff.json').map((member) => ({ ...member, employed: since(member.employed), roles: member.roles.map(since) })),
      headAgencies: readCityFile<HeadAgency[]>('city/head-agencies.json').map(since),
      sharedPassword: demoPassword,
    },
    options('load:organisation'),
  )
  const { items, themes, basicCatalogue, certificateTypes, permitList, proofItems, sharedResources } = readShippedCatalogue(catalogueFolder)
  const inForce = items.map((item) => (item.effectiveFrom > openingDay ? { ...item, effectiveFrom: openingDay } : item))
  await app.call('catalogue.load-catalogue', loader, { items: inForce, themes, basicCatalogue, certificateTypes, permitList, proofItems, sharedResources }, options('load:catalogue'))
  await app.call('certificates.load-types', loader, { types: certificateTypes.map((type) => ({ ...type })) as InputOf<'certificates.load-types'>['types'] }, options('load:certificate-types'))
  await loadHotline(app, options('load:hotline'))
  await loadGrid(app, options('load:grid'))
}
