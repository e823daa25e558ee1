import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { z } from 'zod'
import { isWithinRegion } from '#modules/organisation/rules/regions.ts'
import { Region } from '#modules/organisation/schema.ts'
import { checkAuthorisation } from '#modules/subjects/rules/authorisation.ts'
import { checkOrganisationKey, checkPersonIdentity } from '#modules/subjects/rules/identity.ts'
import { AgentAuthorisation, Organisation, Person } from '#modules/subjects/schema.ts'
import { authorisations as planned, citizens, organisations as plannedOrganisations } from './subjects.ts'

const DATA = join(import.meta.dirname, '..', '..', 'data')

function load<S extends z.ZodType>(path: string, schema: S): z.infer<S>[] {
  return z.array(schema).parse(JSON.parse(readFileSync(join(DATA, path), 'utf8')))
}

const people = load('city/citizens.json', Person)
const organisations = load('city/organisations.json', Organisation)
const authorisations = load('city/authorisations.json', AgentAuthorisation)
const regionCodes = new Set(load('regions/440114.json', Region).map((region) => region.code))

test('D-04 twenty persons have valid numbers of the district that say their birthday and sex', () => {
  assert.equal(people.length, 20)
  for (const field of ['key', 'name', 'idNumber', 'phone'] as const) assert.equal(new Set(people.map((person) => person[field])).size, 20, field)
  for (const person of people) {
    assert.ok(checkPersonIdentity(person).ok, person.name)
    assert.ok(person.idNumber.startsWith('440114') && regionCodes.has(person.regionCode), person.name)
  }
})

test('D-04 twelve organisations have valid codes of the district and a person in charge', () => {
  assert.equal(organisations.length, 12)
  for (const field of ['key', 'name', 'creditCode', 'phone'] as const) assert.equal(new Set(organisations.map((row) => row[field])).size, 12, field)
  for (const organisation of organisations) {
    assert.ok(checkOrganisationKey(organisation.creditCode).ok, organisation.name)
    assert.equal(organisation.creditCode.slice(2, 8), '440114', organisation.name)
    assert.ok(isWithinRegion(organisation.regionCode, '440114') && regionCodes.has(organisation.regionCode), organisation.name)
    assert.ok(people.some((person) => person.key === organisation.legalRepresentativeKey), organisation.name)
  }
})

test('phones are of the range that the demo keeps for invented people', () => {
  for (const { phone } of [...people, ...organisations]) assert.match(phone, /^1380000\d{4}$/)
})

test('C-33 both agents exist, act for someone who exists, and may do so on a day within their dates', () => {
  assert.deepEqual(authorisations.map((authorisation) => authorisation.principal.kind), ['organisation', 'person'])
  for (const authorisation of authorisations) {
    const { principal, agentKey, scope, from } = authorisation
    const principals = principal.kind === 'person' ? people : organisations
    assert.ok(principals.some((subject) => subject.key === principal.key), principal.key)
    assert.ok(people.some((person) => person.key === agentKey), agentKey)
    const asked = { itemKey: scope.kind === 'items' ? (scope.items[0] ?? '') : '', themeKeys: scope.kind === 'themes' ? scope.themes : [] }
    assert.ok(checkAuthorisation(authorisation, { agentKey, principal, on: from, ...asked }).ok, authorisation.key)
  }
})

test('the script writes the shipped subjects again', () => {
  assert.deepEqual([citizens(), plannedOrganisations(), planned()], [people, organisations, authorisations])
})
