import { Radios } from '#ui/choices.tsx'
import { FieldGroup } from '#ui/field.tsx'
import { Note } from '#ui/section.tsx'
import { limitWords } from '#web/limit-words.ts'
import type { GivenMaterial } from '../../schema.ts'
import { servingCertificates } from '../serving-certificates.ts'
import { ExemptMaterials } from './apply-exempt.tsx'
import { materialId, wayId } from './apply-fields.ts'
import { MaterialFile } from './material-file.tsx'
import { problemAt, type StepProps } from './apply-parts.tsx'
import { type ApplyView, type Line, linesToBring } from './apply-view.ts'
import { say } from './text.ts'

/** One material after the other: a file, a certificate that is held, or a promise where the item allows it; then what need not be brought. */
export function MaterialsStep({ view, problems }: StepProps) {
  const { guide, draft } = view
  const lines = linesToBring(guide)
  return (
    <>
      {lines.length === 0 ? <Note kind="accent">{say('apply.materials.none')}</Note> : null}
      {lines.map((line) => (
        <MaterialField key={line.material.key} line={line} given={draft.materials[line.material.key]} certificates={view.certificates} error={problemAt(problems, materialId(line.material.key))} />
      ))}
      <ExemptMaterials view={view} />
    </>
  )
}

interface MaterialFieldProps {
  readonly line: Line
  readonly given: GivenMaterial | undefined
  readonly certificates: ApplyView['certificates']
  readonly error: string | undefined
}

function MaterialField({ line, given, certificates, error }: MaterialFieldProps) {
  const { material } = line
  const id = materialId(material.key)
  const ways = waysOf(line, certificates)
  const hint = [line.status === 'OPTIONAL' ? say('apply.materials.optional') : '', material.fillingHint ?? '', say('apply.materials.file')].join('')
  return (
    <FieldGroup id={id} legend={material.name} hint={hint} error={error}>
      {given?.by === 'file' ? <Note kind="accent">{say('apply.materials.uploaded', { name: given.name })}</Note> : null}
      <label className="vh" htmlFor={`${id}-file`}>
        {say('apply.materials.choose', { name: material.name })}
      </label>
      <MaterialFile ids={{ id: `${id}-file` }} name={id} />
      {ways.length > 1 ? (
        <div className="mt">
          <Radios name={wayId(material.key)} legend={say('apply.materials.way')} options={ways} value={wayGiven(given)} />
        </div>
      ) : null}
    </FieldGroup>
  )
}

/** The ways in which this material may be given: always a file; a certificate only if it serves the material. */
function waysOf(line: Line, certificates: ApplyView['certificates']): readonly { readonly value: string; readonly label: string; readonly hint?: string }[] {
  const { material } = line
  return [
    { value: 'file', label: say('apply.materials.by-file') },
    ...servingCertificates(material, certificates).map((certificate) => ({ value: `certificate:${certificate.identifier}`, label: say('apply.materials.by-certificate', { name: certificate.typeName }), hint: certificate.issuer })),
    ...(line.mayFollow ? [{ value: 'gap', label: say('apply.materials.by-gap'), hint: material.supplyWithin === null ? say('apply.materials.by-gap.hint') : say('apply.materials.by-gap.within', { limit: limitWords(material.supplyWithin) }) }] : []),
    ...(line.mayPledge ? [{ value: 'pledge', label: say('apply.materials.by-pledge'), hint: say('apply.materials.by-pledge.hint') }] : []),
  ]
}

function wayGiven(given: GivenMaterial | undefined): string {
  if (given === undefined) return 'file'
  return given.by === 'certificate' ? `certificate:${given.identifier}` : given.by
}
