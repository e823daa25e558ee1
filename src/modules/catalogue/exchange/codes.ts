import type { ItemVersion } from '../schema/item-version.ts'
import type { RequiredMaterial } from '../schema/material.ts'

/** Value of the record → code of the national lists. A code that several values share is read as the first of them. */
export type Codes<V extends string = string> = readonly (readonly [V, string])[]

export const flagCodes: Codes = [
  ['true', '1'],
  ['false', '0'],
]
export const natureCodes: Codes<ItemVersion['implementingBody']['nature']> = [
  ['STATUTORY', '1'],
  ['AUTHORISED', '2'],
  ['ENTRUSTED', '3'],
]
export const handlingCodes: Codes<ItemVersion['handlingKind']> = [
  ['INSTANT', '1'],
  ['PROMISED', '2'],
]
export const stateCodes: Codes<ItemVersion['state']> = [
  ['PUBLISHED', '1'],
  ['DRAFT', '1'],
  ['SUBMITTED', '1'],
  ['RETURNED', '1'],
  ['SUSPENDED', '2'],
  ['CANCELLED', '3'],
]
/** Terminals have a column of their own; 手机 has no code in the list. */
export const channelCodes: Codes<ItemVersion['channels'][number]> = [
  ['WINDOW', '1'],
  ['ONLINE', '2'],
  ['POST', '3'],
]
export const scopeCodes: Codes<ItemVersion['acceptanceScope']> = [
  ['NONE', '0'],
  ['NATION', '1'],
  ['PROVINCE', '2'],
  ['CITY', '3'],
  ['COUNTY', '4'],
  ['TOWN', '5'],
  ['VILLAGE', '6'],
]
export const resultCodes: Codes<ItemVersion['result']['kind']> = [
  ['CERTIFICATE', '1'],
  ['DOCUMENT', '2'],
  ['OTHER', '3'],
  ['NONE', '4'],
]
/** 1 and 2 are in the national list; the others are a local extension, because limits of months and hours exist and the list has no code for them. */
export const unitCodes: Codes<ItemVersion['promisedLimit']['unit']> = [
  ['WORKING_DAY', '1'],
  ['CALENDAR_DAY', '2'],
  ['MONTH', '3'],
  ['YEAR', '4'],
  ['HOUR', '5'],
  ['WORKING_HOUR', '6'],
]
export const copiesCodes: Codes<RequiredMaterial['copies']> = [
  ['ORIGINAL', '1'],
  ['COPY', '2'],
  ['ORIGINAL_AND_COPY', '3'],
]
export const formatCodes: Codes<RequiredMaterial['materialFormat']> = [
  ['PAPER', '1'],
  ['ELECTRONIC', '2'],
  ['BOTH', '3'],
]
export const sourceCodes: Codes<RequiredMaterial['sourceChannel']> = [
  ['APPLICANT', '10'],
  ['GOVERNMENT', '20'],
  ['OTHER', '99'],
  ['INTERMEDIARY', '99'],
]

/** The code of a value; null if the list has none. */
export function codeOf(codes: Codes, value: string): string | null {
  return codes.find(([own]) => own === value)?.[1] ?? null
}

/** The value of a code; undefined if the list has none. */
export function valueOf<V extends string>(codes: Codes<V>, code: string | null | undefined): V | undefined {
  return codes.find(([, own]) => own === code)?.[0]
}

const digits = (from: number, to: number): readonly string[] => Array.from({ length: to - from + 1 }, (_, at) => String(from + at))
const all = (codes: Codes): readonly string[] => codes.map(([, code]) => code)

/** Codes that a column may have; several are joined with `^` (national habit). */
export const columnCodes: Readonly<Record<string, readonly string[]>> = {
  task_type: ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '20'],
  task_state: all(stateCodes),
  dept_type: all(natureCodes),
  use_level: digits(1, 6),
  power_source: digits(1, 6),
  server_type: [...digits(1, 6), '9'],
  project_type: all(handlingCodes),
  promise_type: all(unitCodes),
  anticipate_type: all(unitCodes),
  handle_type: all(channelCodes),
  handle_area: all(scopeCodes),
  online_handle_depth: digits(1, 8),
  material_type: all(copiesCodes),
  material_format: all(formatCodes),
  source_type: all(sourceCodes),
  is_need: digits(1, 3),
  cd_operation: ['I', 'U', 'D'],
  ...Object.fromEntries(
    ['is_fee', 'is_single_login', 'app_is_single_login', 'is_entry_center', 'is_express', 'is_online', 'is_pay_online', 'is_schedule', 'is_service_terminals', 'is_desc'].map((name) => [name, all(flagCodes)]),
  ),
}
