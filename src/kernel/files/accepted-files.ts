import { fine, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import { fileErrors } from './errors.ts'
import type { SniffedType } from './file-type.ts'

const MiB = 1024 * 1024

/** Which types a place takes, by extension, each with its limit in bytes. */
export type FileAllowance = Readonly<Record<string, number>>

/** What applicants and officers may attach: documents, pictures and drawings that no browser runs. */
export const attachments: FileAllowance = {
  pdf: 50 * MiB,
  ofd: 50 * MiB,
  png: 20 * MiB,
  jpg: 20 * MiB,
  webp: 20 * MiB,
  docx: 20 * MiB,
  xlsx: 20 * MiB,
  dwg: 100 * MiB,
}

/** Bytes of the largest file of any type. */
export const largestAttachment = Math.max(...Object.values(attachments))

/** What exchange and import take beside attachments. */
export const dataFiles: FileAllowance = { csv: 50 * MiB, json: 50 * MiB, xml: 50 * MiB, txt: 10 * MiB, xlsx: 50 * MiB }

/** Formats that are never taken, whatever an allowance says: they act when a browser or an office program opens them. */
const neverTaken: ReadonlySet<string> = new Set(['svg', 'html', 'docm', 'xlsm', 'dotm', 'xltm', 'exe', 'swf', 'unknown'])

const sameType: Readonly<Record<string, string>> = { jpeg: 'jpg', jpe: 'jpg', jfif: 'jpg', htm: 'html', text: 'txt' }

/** A file that someone hands in, as it claims to be (`name`) and as it is (`type`, from `sniffFileType`); size in bytes. */
export interface OfferedFile {
  readonly name: string
  readonly size: number
  readonly type: SniffedType
}

/**
 * Decides whether a file may be taken. Refuses `files.empty`, `files.type-not-allowed`, `files.too-large`, and
 * `files.type-mismatch` if the name promises something else than the content is.
 */
export function mayTakeFile(file: OfferedFile, allowance: FileAllowance): Verdict {
  if (file.size === 0) return refuse(fileErrors.empty)
  const detected = file.type.extension
  const limit = neverTaken.has(detected) || !Object.hasOwn(allowance, detected) ? undefined : allowance[detected]
  if (limit === undefined) return refuse(fileErrors.typeNotAllowed, { detected, allowed: Object.keys(allowance) })
  if (file.size > limit) return refuse(fileErrors.tooLarge, { size: file.size, limit })
  const declared = declaredExtension(file.name)
  // A table with one column, or lines that happen to align, is text as much as it is CSV.
  const interchangeable = detected === 'txt' || detected === 'csv' ? ['txt', 'csv'] : [detected]
  return interchangeable.includes(declared) ? fine : refuse(fileErrors.typeMismatch, { declared, detected })
}

/** The extension that a name declares, lower case, with `jpeg` read as `jpg`; empty without one. */
function declaredExtension(name: string): string {
  const extension = /\.([^./\\]+)$/.exec(name.trim())?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(sameType, extension) ? (sameType[extension] ?? '') : extension
}
