import type { AgentAuthorisation, Organisation, Person } from '#modules/subjects/index.ts'
import type { App } from '../app.ts'
import { loader } from './loader.ts'
import { readCityFile } from './city-files.ts'

/** The invented persons, their organisations and agents. */
export async function loadSubjects(app: App): Promise<void> {
  await app.call('subjects.load-demo-subjects', loader, {
    persons: readCityFile<Person[]>('city/citizens.json'),
    organisations: readCityFile<Organisation[]>('city/organisations.json'),
    authorisations: readCityFile<AgentAuthorisation[]>('city/authorisations.json'),
  })
}
