import type { HeadAgency, Hall, Post, Region, RoleDefinition, StaffMember, Unit, Window } from '#modules/organisation/index.ts'
import type { App } from '../app.ts'
import { loader } from './loader.ts'
import { readCityFile } from './city-files.ts'

// Published in data/city/README.md; the operation takes it in a demonstration only.
const demoPassword = 'yimen-demo'

/** Regions, units, halls, windows, posts, roles, staff and head agencies of the demo district. */
export async function loadOrganisation(app: App): Promise<void> {
  await app.call('organisation.load-organisation', loader, {
    regions: ['provinces', 'prefectures', 'counties', '440114'].flatMap((file) => readCityFile<Region[]>(`regions/${file}.json`)),
    units: readCityFile<Unit[]>('city/units.json'),
    halls: readCityFile<Hall[]>('city/halls.json'),
    windows: readCityFile<Window[]>('city/windows.json'),
    posts: readCityFile<Post[]>('city/posts.json'),
    roles: readCityFile<RoleDefinition[]>('city/roles.json'),
    staff: readCityFile<StaffMember[]>('city/staff.json'),
    headAgencies: readCityFile<HeadAgency[]>('city/head-agencies.json'),
    sharedPassword: demoPassword,
  })
}
