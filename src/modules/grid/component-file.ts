import { z } from 'zod'
import { readCsvFile } from '#kernel/csv/csv-file.ts'
import words from './locales/zh-CN.json' with { type: 'json' }
import type { ComponentField, ComponentLine } from './rules/components.ts'

export const componentFormats = ['csv', 'json'] as const
export type ComponentFormat = (typeof componentFormats)[number]

const fields = Object.keys(words.componentFields) as readonly ComponentField[]
const fieldOf = new Map<string, ComponentField>(fields.flatMap((field) => [[field, field], [words.componentFields[field], field]]))

const JsonFile = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])))

/**
 * Reads the lines of an inventory: a CSV table in UTF-8 or GB 18030 under a line of headings, or a JSON list. A field is called by its name or by its Chinese heading.
 * Undefined if there is no code and no place in it.
 */
export function readComponentFile(bytes: Uint8Array, format: ComponentFormat): readonly ComponentLine[] | undefined {
  const rows = format === 'csv' ? csvRows(bytes) : jsonRows(bytes)
  const named = rows?.map((row) => Object.fromEntries(Object.entries(row).flatMap(([heading, text]) => (fieldOf.has(heading.trim()) ? [[fieldOf.get(heading.trim()), text.trim()]] : []))))
  if (named === undefined || named.length === 0 || named.some((row) => !['code', 'longitude', 'latitude'].every((field) => field in row))) return undefined
  return named.map((row) => ({ code: '', longitude: '', latitude: '', address: '', unit: '', surveyedOn: '', state: '', ...row }))
}

function csvRows(bytes: Uint8Array): readonly Readonly<Record<string, string>>[] | undefined {
  const [headings, ...rows] = readCsvFile(bytes) ?? []
  if (headings === undefined) return undefined
  return rows.filter((row) => row.some((text) => text.trim() !== '')).map((row) => Object.fromEntries(headings.map((heading, place) => [heading, row[place] ?? ''])))
}

function jsonRows(bytes: Uint8Array): readonly Readonly<Record<string, string>>[] | undefined {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
  const read = JsonFile.safeParse(value)
  return read.success ? read.data.map((row) => Object.fromEntries(Object.entries(row).map(([field, text]) => [field, String(text ?? '')]))) : undefined
}
