import type { InputOf, OutputOf } from '#app'
import type { FieldProblem } from '#ui/error-summary.tsx'
import { fileOf, textOf } from '#web/form-fields.ts'
import { keptIn } from '../kept-file.ts'
import { namesType } from '../serving-certificates.ts'
import { say } from './text.ts'

export type Line = OutputOf<'catalogue.get-guide'>['materials'][number]
export type Offer = NonNullable<InputOf<'cases.submit-case'>['materials']>[number]
export type DefectFound = InputOf<'cases.request-correction'>['defects'][number]

/** How a material came over the counter; `none`: it was not brought. */
export const ways = ['paper', 'scan', 'file', 'certificate', 'gap', 'pledge', 'none'] as const
export type Way = (typeof ways)[number]

/** What a window can take materials up with, besides hands and a file chooser. */
export interface WindowMeans {
  readonly scanner: boolean
  /** Certificates in force of whoever stands at the window. */
  readonly certificates: OutputOf<'cases.list-usable-certificates'>['items']
}

// Names, and ids, of the controls of one material.
export const wayName = (material: string): string => `way-${material}`
export const fileName = (material: string): string => `file-${material}`
export const certificateName = (material: string): string => `certificate-${material}`
export const standardName = (material: string, standard: number): string => `standard-${material}-${standard}`
export const faultName = (material: string, standard: number): string => `fault-${material}-${standard}`

/** What the applicant has to bring or may bring. The rest is fetched by the office (免提交). */
export function toBring(lines: readonly Line[]): readonly Line[] {
  return lines.filter((line) => line.status !== 'EXEMPT')
}

/** The ways that a line allows at this window: a gap or a pledge only where the item offers it, a scan where there is a scanner. */
export function waysOf(line: Line, window: Pick<WindowMeans, 'scanner'>): readonly Way[] {
  const offered: Partial<Record<Way, boolean>> = { gap: line.mayFollow, pledge: line.mayPledge, scan: window.scanner }
  return ways.filter((way) => offered[way] ?? true)
}

export function wayIn(form: FormData, line: Line): Way {
  const sent = textOf(form, wayName(line.material.key))
  return ways.find((way) => way === sent) ?? 'none'
}

/** What was handed in, as `cases.submit-case` takes it. `fileIds` are the files already uploaded, by material. */
export function offersIn(form: FormData, lines: readonly Line[], fileIds: Readonly<Record<string, string>>): Offer[] {
  return lines.flatMap((line): Offer[] => {
    const material = line.material.key
    if (line.status === 'EXEMPT') return certificateIn(form, material)
    const way = wayIn(form, line)
    switch (way) {
      case 'none':
        return []
      case 'paper':
        return [{ material, by: 'paper', copies: 1 }]
      case 'scan':
      case 'file':
        return fileIds[material] === undefined ? [] : [{ material, by: 'file', fileId: fileIds[material] }]
      case 'certificate':
        return certificateIn(form, material)
      default:
        return [{ material, by: way }]
    }
  })
}

function certificateIn(form: FormData, material: string): Offer[] {
  const identifier = textOf(form, certificateName(material))
  return identifier === undefined || identifier === '' ? [] : [{ material, by: 'certificate', identifier }]
}

/** How a material is taken in unless the clerk says otherwise: by a certificate of the type that it names, else on paper if it is required. */
export function wayAtFirst({ material, status }: Line, serving: readonly WindowMeans['certificates'][number][]): Way {
  if (namesType(material) && serving.length > 0) return 'certificate'
  return status === 'REQUIRED' ? 'paper' : 'none'
}

/** Required materials of which nothing was handed in over the counter. */
export function notBroughtIn(form: FormData, lines: readonly Line[]): readonly Line[] {
  return toBring(lines).filter((line) => line.status === 'REQUIRED' && line.material.kind !== 'FORM' && wayIn(form, line) === 'none')
}

/** The one-time notice: what is missing as a whole, and every standard answered with 否 with what the clerk wrote about it (行政许可法 art. 32(4)). */
export function defectsIn(form: FormData, lines: readonly Line[], missing: readonly Line[]): DefectFound[] {
  return [...missing.map(({ material }): DefectFound => ({ material: material.key, standard: null })), ...standardsFailed(form, lines.filter((line) => !missing.includes(line)))]
}

function standardsFailed(form: FormData, lines: readonly Line[]): DefectFound[] {
  return toBring(lines).flatMap(({ material }) =>
    material.acceptanceStandards.flatMap((_, standard): DefectFound[] =>
      textOf(form, standardName(material.key, standard)) === 'no' ? [{ material: material.key, standard, note: textOf(form, faultName(material.key, standard)) ?? '' }] : [],
    ),
  )
}

/** Materials whose standards were all answered with 是; of a pledge there is nothing to look at yet. */
export function checkedIn(form: FormData, lines: readonly Line[]): string[] {
  return toBring(lines)
    .filter((line) => wayIn(form, line) === 'pledge' || line.material.acceptanceStandards.every((_, standard) => textOf(form, standardName(line.material.key, standard)) === 'yes'))
    .map(({ material }) => material.key)
}

/** What is said of each required material that was not brought, where the application has to be complete. */
export function missingProblems(missing: readonly Line[]): readonly FieldProblem[] {
  return missing.map(({ material }) => ({ id: wayName(material.key), text: say('problem.notBrought', { name: material.name }) }))
}

/** What stands in the way of taking anything in: a way without its file or number. */
export function offerProblems(form: FormData, lines: readonly Line[]): readonly FieldProblem[] {
  return toBring(lines).flatMap((line): FieldProblem[] => {
    const { key, name } = line.material
    const way = wayIn(form, line)
    if (way === 'file' && fileOf(form, fileName(key)) === undefined && keptIn(form, key) === undefined) return [{ id: fileName(key), text: say('problem.noFile', { name }) }]
    if (way === 'certificate' && !textOf(form, certificateName(key))) return [{ id: certificateName(key), text: say('problem.noCertificate', { name }) }]
    return []
  })
}

/** Standards of what was handed in that are not yet answered with 是; they stand in the way of acceptance. */
export function standardProblems(form: FormData, lines: readonly Line[]): readonly FieldProblem[] {
  return toBring(lines)
    .filter((line) => !['none', 'gap', 'pledge'].includes(wayIn(form, line)))
    .flatMap(({ material }) =>
      material.acceptanceStandards.flatMap(({ question }, standard): FieldProblem[] => {
        const id = standardName(material.key, standard)
        const answer = textOf(form, id)
        if (answer === 'yes') return []
        return [{ id, text: say(answer === 'no' ? 'problem.answeredNo' : 'problem.notAnswered', { name: material.name, question }) }]
      }),
    )
}
