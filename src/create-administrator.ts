import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readCityFile } from './city/city-files.ts'
import { isEmptyCity } from './city/is-empty-city.ts'
import { loader } from './city/loader.ts'
import { type Office, openOffice } from './process.ts'
import type { Config } from '#kernel/config/config.ts'
import { must } from '#kernel/errors/refusal.ts'
import { setPassword } from '#kernel/session/credentials.ts'
import { dayOf } from '#kernel/time/day.ts'
import type { Region, RoleDefinition } from '#modules/organisation/index.ts'

const flagNames = ['region', 'office', 'short-name', 'credit-code', 'phone', 'complaint-phone', 'name', 'sign-in-name', 'series'] as const
type FlagName = (typeof flagNames)[number]

/** What the beginning of an office needs to know; each is a flag of the command. */
export type FirstOffice = Readonly<Record<FlagName, string>>

/** Reads `--region 440114 --office … `; a missing one is named. */
export function readFirstOffice(flags: readonly string[]): FirstOffice {
  const { values } = parseArgs({ args: [...flags], options: Object.fromEntries(flagNames.map((name) => [name, { type: 'string' as const }])) })
  const missing = flagNames.filter((name) => typeof values[name] !== 'string' || values[name] === '')
  if (missing.length > 0) throw new Error(`create-administrator needs ${missing.map((name) => `--${name}`).join(', ')}`)
  return values as FirstOffice
}

/** Begins an office that is not a demo: regions, roles, the office's own unit and one administrator with a password that is told once. */
export async function createAdministrator(config: Config, flags: readonly string[], say: (line: string) => void): Promise<void> {
  const first = readFirstOffice(flags)
  const office = await openOffice(config)
  try {
    const { staffNo, password } = await beginOffice(office, first)
    say(`administrator ${staffNo}, sign-in name ${first['sign-in-name']}, password ${password} (shown this once)`)
  } finally {
    await office.close()
  }
}

/** Refuses an office that somebody has begun: from then on an administrator registers the others. */
export async function beginOffice({ app }: Pick<Office, 'app'>, first: FirstOffice): Promise<{ readonly staffNo: string; readonly password: string }> {
  if (!(await isEmptyCity(app))) throw new Error('this office has been begun already: its administrator registers the others')
  const staffNo = `${first.series}0001`
  const since = { from: dayOf(app.services.clock.now()), to: null }
  const unitKey = 'zhengwu-fuwu'
  const postKey = `${unitKey}-administrator`
  await app.call('organisation.load-organisation', loader, {
    regions: regionsFor(first.region),
    units: [{ key: unitKey, name: first.office, shortName: first['short-name'], kind: 'office', parentKey: null, creditCode: first['credit-code'], regionCode: first.region, level: '4', management: 'local', phones: { consult: first.phone, complaint: first['complaint-phone'] } }],
    halls: [],
    windows: [],
    posts: [{ key: postKey, unitKey, name: '系统管理员', rank: 'officer', powers: [] }],
    roles: readCityFile<RoleDefinition[]>('city/roles.json'),
    staff: [{ staffNo, name: first.name, signInName: first['sign-in-name'], unitKey, postKey, hallKey: null, windowKey: null, phone: first.phone, secondFactor: 'none', employed: since, roles: [{ role: 'administrator', unitKey, ...since }] }],
    headAgencies: [],
  })
  const password = `${randomBytes(9).toString('base64url')}-7a`
  must(await setPassword(app.db, { principal: `staff:${staffNo}`, signInName: first['sign-in-name'], password }))
  return { staffNo, password }
}

/** Provinces, prefectures and counties of the country, and what lies below this one where the project has it. */
function regionsFor(region: string): Region[] {
  const own = existsSync(join(import.meta.dirname, `../data/regions/${region}.json`)) ? [region] : []
  return ['provinces', 'prefectures', 'counties', ...own].flatMap((file) => readCityFile<Region[]>(`regions/${file}.json`))
}
