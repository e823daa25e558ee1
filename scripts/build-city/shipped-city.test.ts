import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { z } from 'zod'
import { checkCreditCode } from '#kernel/ids/credit-code.ts'
import { Hall, HeadAgency, Post, Region, RoleDefinition, ROLES, StaffMember, Unit, Window } from '#modules/organisation/schema.ts'
import { checkNewAgency } from '#modules/organisation/rules/head.ts'
import { parentRegionCode, regionLevelOf } from '#modules/organisation/rules/regions.ts'
import { checkRoleCombination, holdsRole, rolesOn } from '#modules/organisation/rules/roles.ts'
import { hallsWithoutLowCounter } from '#modules/organisation/rules/windows.ts'
import { headAgenciesOf, staffOf } from './staff.ts'
import { postsOf, unitsOf, type Department } from './units.ts'
import { windows as plannedWindows } from './windows.ts'

const DAY = '2026-09-28'
const DATA = join(import.meta.dirname, '..', '..', 'data')

function read(path: string): unknown {
  return JSON.parse(readFileSync(join(DATA, path), 'utf8'))
}

function load<S extends z.ZodType>(path: string, schema: S): z.infer<S>[] {
  return z.array(schema).parse(read(path))
}

const regions = ['provinces', 'prefectures', 'counties', '440114'].flatMap((name) => load(`regions/${name}.json`, Region))
const units = load('city/units.json', Unit)
const halls = load('city/halls.json', Hall)
const windows = load('city/windows.json', Window)
const posts = load('city/posts.json', Post)
const staff = load('city/staff.json', StaffMember)
const agencies = load('city/head-agencies.json', HeadAgency)
const roles = load('city/roles.json', RoleDefinition)
const departments = read('catalogue/departments.json') as readonly Department[]

const regionCodes = new Set(regions.map((region) => region.code))
const unitKeys = new Set(units.map((unit) => unit.key))
const serving = units.filter((unit) => unit.kind === 'department' || unit.kind === 'publicUtility')

function assertUnique(values: readonly (string | number)[], what: string): void {
  const seen = new Set<string | number>()
  const repeated = values.filter((value) => seen.size === seen.add(value).size)
  assert.deepEqual(repeated, [], `repeated ${what}`)
}

test('every region has a code of its level, below a region that ships', () => {
  assertUnique(regions.map((region) => region.code), 'region code')
  for (const region of regions) {
    assert.equal(regionLevelOf(region.code), region.level, region.name)
    assert.equal(parentRegionCode(region.code) ?? null, region.parent, region.name)
    if (region.parent !== null) assert.ok(regionCodes.has(region.parent), `${region.name} hangs below ${region.parent}`)
  }
})

test('the district ships whole: ten towns and streets, and the villages of each', () => {
  const towns = regions.filter((region) => region.parent === '440114')
  assert.equal(towns.length, 10)
  for (const town of towns) assert.ok(regions.some((region) => region.parent === town.code), `${town.name} has villages`)
})

test('units have unique names and valid credit codes and hang below one another', () => {
  assertUnique(units.map((unit) => unit.key), 'unit key')
  assertUnique(units.map((unit) => unit.name), 'unit name')
  assertUnique(units.map((unit) => unit.creditCode), 'credit code')
  for (const unit of units) {
    assert.ok(checkCreditCode(unit.creditCode).ok, `${unit.name} ${unit.creditCode}`)
    assert.ok(regionCodes.has(unit.regionCode), unit.name)
    if (unit.parentKey !== null) assert.ok(unitKeys.has(unit.parentKey), unit.name)
  }
})

test('at least 24 departments serve, each as the catalogue names it', () => {
  assert.ok(serving.length >= 24)
  assert.deepEqual(
    serving.map(({ key, name, shortName, creditCode, phones }) => ({ key, name, shortName, creditCode, phones })),
    departments,
  )
})

test('every unit has one post of its head', () => {
  assertUnique(posts.map((post) => post.key), 'post key')
  const heads = posts.filter((post) => post.rank === 'head').map((post) => post.unitKey)
  assert.deepEqual([...heads].sort(), [...unitKeys].sort())
})

test('every town and street has a service centre', () => {
  const centres = units.filter((unit) => unit.kind === 'serviceCenter' && unit.level === '5').map((unit) => unit.regionCode)
  assert.deepEqual(centres, regions.filter((region) => region.parent === '440114').map((region) => region.code))
})

test('three halls: the centre, a sub-centre and a town’s; their units and scopes exist', () => {
  assert.deepEqual(halls.map((hall) => hall.kind), ['serviceCenter', 'subCenter', 'townServiceCenter'])
  assertUnique(halls.map((hall) => hall.name), 'hall name')
  for (const hall of halls) {
    assert.ok(unitKeys.has(hall.unitKey) && regionCodes.has(hall.regionCode), hall.name)
    for (const unitKey of hall.scope.kind === 'selected' ? hall.scope.units : []) assert.ok(unitKeys.has(unitKey), unitKey)
  }
})

test('thirty windows stand in zones of their halls and are numbered once in each', () => {
  assert.equal(windows.length, 30)
  assertUnique(windows.map((window) => window.key), 'window key')
  assertUnique(windows.map((window) => `${window.hallKey} ${window.number}`), 'window number')
  for (const window of windows) {
    const hall = halls.find((candidate) => candidate.key === window.hallKey)
    assert.ok(hall?.zones.some((zone) => zone.key === window.zoneKey), window.name)
    for (const unitKey of window.scope.kind === 'selected' ? window.scope.units : []) assert.ok(unitKeys.has(unitKey), unitKey)
  }
})

test('S-20 every hall has a low counter', () => {
  assert.deepEqual(hallsWithoutLowCounter(halls, windows), [])
})

test('staff have unique numbers, names and sign-in names, and their post, unit, hall and window exist', () => {
  assert.ok(staff.length >= 115)
  for (const field of ['staffNo', 'name', 'signInName', 'phone'] as const) assertUnique(staff.map((member) => member[field]), field)
  for (const member of staff) {
    const post = posts.find((candidate) => candidate.key === member.postKey)
    assert.equal(post?.unitKey, member.unitKey, member.staffNo)
    if (member.windowKey !== null) assert.equal(windows.find((window) => window.key === member.windowKey)?.hallKey, member.hallKey)
    if (member.hallKey !== null) assert.ok(halls.some((hall) => hall.key === member.hallKey), member.staffNo)
    for (const held of member.roles) assert.ok(unitKeys.has(held.unitKey), member.staffNo)
  }
})

test('every department has two reviewers, an approver and a head', () => {
  for (const unit of serving) {
    const holders = (role: (typeof ROLES)[number]) => staff.filter((member) => holdsRole(member, role, unit.key, DAY)).length
    assert.ok(holders('reviewer') >= 2 && holders('approver') >= 1 && holders('unitHead') === 1, unit.name)
  }
})

test('at least thirty clerks sit at general windows, and no window is empty', () => {
  const general = new Set(windows.filter((window) => window.kind === 'GENERAL').map((window) => window.key))
  const clerks = staff.filter((member) => rolesOn(member, DAY).includes('windowClerk'))
  assert.ok(clerks.filter((member) => member.windowKey !== null && general.has(member.windowKey)).length >= 30)
  assert.deepEqual(windows.filter((window) => !clerks.some((member) => member.windowKey === window.key)), [])
})

test('S-22 every role is defined and held, and nobody holds roles that exclude each other', () => {
  assert.deepEqual(roles.map((role) => role.key), [...ROLES])
  assert.deepEqual(roles.filter((role) => role.readOnly).map((role) => role.key), ['supervisor'])
  for (const role of ROLES) assert.ok(staff.some((member) => rolesOn(member, DAY).includes(role)), role)
  for (const member of staff) assert.ok(checkRoleCombination(rolesOn(member, DAY), roles).ok, member.staffNo)
})

test('every head’s agency could be granted as it stands', () => {
  for (const agency of agencies) {
    const verdict = checkNewAgency(agency, staff, agencies.filter((other) => other !== agency))
    assert.equal(verdict.ok ? 'fine' : verdict.refusal.code, 'fine', agency.key)
  }
})

test('the script writes the shipped files again from the shipped departments and towns', () => {
  const built = unitsOf(departments, regions.filter((region) => region.parent === '440114'))
  const members = staffOf(built, halls.map((hall) => hall.key), plannedWindows())
  assert.deepEqual([built, postsOf(built), plannedWindows(), members, headAgenciesOf(members)], [units, posts, windows, staff, agencies])
})
