import { Radios } from '#ui/choices.tsx'
import { MaterialsList } from '#ui/materials.tsx'
import { longDayWords } from '#web/day-words.ts'
import { wayId } from './apply-fields.ts'
import { type ApplyView, certificateFor } from './apply-view.ts'
import { knownWords } from './known-words.ts'
import { say } from './text.ts'

/** What need not be brought, and by which certificate; of several that serve, the applicant may choose another than the newest. */
export function ExemptMaterials({ view }: { readonly view: ApplyView }) {
  const exempt = view.guide.materials.filter((line) => line.status === 'EXEMPT')
  if (exempt.length === 0) return null
  return (
    <section className="mt" aria-labelledby="exempt-title">
      <div className="lintel">
        <h2 id="exempt-title" className="h3">
          {say('apply.materials.exempt')}
        </h2>
        <p className="meta">{say('apply.materials.exempt.meta')}</p>
      </div>
      <MaterialsList materials={exempt.map((line) => ({ name: line.material.name, text: knownWords(view, line), tag: { kind: 'free', text: say('apply.materials.free') } }))} />
      {exempt.map(({ material: { key, name } }) => (
        <CertificateChoice key={key} name={name} field={wayId(key)} certificates={view.held[key] ?? []} chosen={certificateFor(view, key)?.identifier} />
      ))}
    </section>
  )
}

interface CertificateChoiceProps {
  readonly name: string
  readonly field: string
  readonly certificates: NonNullable<ApplyView['held'][string]>
  readonly chosen: string | undefined
}

function CertificateChoice({ name, field, certificates, chosen }: CertificateChoiceProps) {
  if (certificates.length < 2) return null
  const options = certificates.map(({ identifier, typeName, issuer, validTo }) => ({
    value: `certificate:${identifier}`,
    label: typeName,
    hint: validTo === null ? issuer : say('apply.materials.held.until', { issuer, day: longDayWords(validTo) }),
  }))
  return (
    <div className="mt-s">
      <Radios name={field} legend={say('apply.materials.held.which', { name })} options={options} value={`certificate:${chosen}`} />
    </div>
  )
}
