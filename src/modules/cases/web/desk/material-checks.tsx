import type { FieldProblem } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { FileInput, Select, TextInput } from '#ui/inputs.tsx'
import { Tag } from '#ui/tag.tsx'
import { YesNo } from '#ui/yes-no.tsx'
import { longDayWords } from '#web/day-words.ts'
import { keptName, keptValue, readKept } from '../kept-file.ts'
import { namesType, servingCertificates } from '../serving-certificates.ts'
import { certificateName, faultName, fileName, type Line, standardName, wayAtFirst, wayName, waysOf, type WindowMeans } from './checklist.ts'
import { say } from './text.ts'
import type { Typed } from './typed.ts'

interface MaterialChecksProps {
  readonly lines: readonly Line[]
  readonly typed: Typed
  readonly problems: readonly FieldProblem[]
  /** With what the window takes materials up; not asked where the case exists. */
  readonly means?: WindowMeans | undefined
  /** What is already in, by material, where the case exists: then nothing is handed over here. */
  readonly given?: Readonly<Record<string, string>> | undefined
}

/** The checklist: what is brought, how it came over the counter, and its decidable standards. What need not be brought stands at the end. */
export function MaterialChecks({ lines, typed, problems, means, given }: MaterialChecksProps) {
  return lines.map((line, place) => (
    <section key={line.material.key} className="chk">
      <h3>
        {place + 1} {line.material.name} <LineTag line={line} />
        {line.mayFollow ? <Tag>{say('tag.mayFollow')}</Tag> : null}
        {line.mayPledge ? <Tag>{say('tag.mayPledge')}</Tag> : null}
        {given?.[line.material.key] ? <span className="meta">{given[line.material.key]}</span> : null}
      </h3>
      {line.status === 'EXEMPT' && given === undefined ? <NotTaken line={line} typed={typed} means={means} /> : null}
      {line.status !== 'EXEMPT' && given === undefined ? <Handover line={line} typed={typed} problems={problems} means={means} /> : null}
      {line.status === 'EXEMPT' ? null : <Standards line={line} typed={typed} focused={problems.length === 0 && line === lines.find(({ status }) => status !== 'EXEMPT')} />}
    </section>
  ))
}

function LineTag({ line: { status } }: { readonly line: Line }) {
  switch (status) {
    case 'EXEMPT':
      return <Tag kind="free">{say('tag.exempt')}</Tag>
    case 'REQUIRED':
      return <Tag kind="need">{say('tag.required')}</Tag>
    case 'OPTIONAL':
      return <Tag>{say('tag.optional')}</Tag>
  }
}

/** Why nothing is taken in for a material; where the applicant holds the certificate that it names, which one is used. */
function NotTaken({ line, typed, means }: Omit<LineProps, 'problems'>) {
  const id = certificateName(line.material.key)
  const serving = namesType(line.material) ? servingCertificates(line.material, means?.certificates ?? []) : []
  if (serving.length === 0) return <p className="meta">{say(`exempt.${line.reason}`)}</p>
  return (
    <div className="desk-fields">
      <Field id={id} label={say('way.certificate.field')} hint={say('exempt.CERTIFICATE_HELD')}>
        {(ids) => <Select {...ids} name={id} defaultValue={typed[id]?.[0]} options={certificateOptions(serving)} />}
      </Field>
    </div>
  )
}

type LineProps = Pick<MaterialChecksProps, 'typed' | 'problems' | 'means'> & { readonly line: Line }

/** How one material came over the counter. File and number stand beside it; only the one that was chosen is shown and read. */
export function Handover({ line, typed, problems, means = { scanner: false, certificates: [] } }: LineProps) {
  const { key } = line.material
  const errorOf = (id: string): string | undefined => problems.find((problem) => problem.id === id)?.text
  const serving = servingCertificates(line.material, means.certificates)
  const way = typed[wayName(key)]?.[0] ?? wayAtFirst(line, serving)
  const kept = readKept(typed[keptName(key)]?.[0] ?? '', key)
  return (
    <div className="desk-fields">
      <Field id={wayName(key)} label={say('way')} error={errorOf(wayName(key))}>
        {(ids) => <Select {...ids} name={wayName(key)} defaultValue={way} options={waysOf(line, means).map((value) => ({ value, label: say(`way.${value}`) }))} />}
      </Field>
      <div className="for-file">
        <Field id={fileName(key)} label={say('way.file.field')} hint={kept && say('way.file.kept', { name: kept.name })} error={errorOf(fileName(key))}>
          {(ids) => <FileInput {...ids} name={fileName(key)} />}
        </Field>
        {kept ? <input type="hidden" name={keptName(key)} value={keptValue(kept)} /> : null}
      </div>
      <div className="for-certificate">
        <Field id={certificateName(key)} label={say('way.certificate.field')} error={errorOf(certificateName(key))}>
          {(ids) => {
            const control = { ...ids, name: certificateName(key), defaultValue: typed[certificateName(key)]?.[0] }
            return serving.length === 0 ? <TextInput {...control} autoComplete="off" /> : <Select {...control} options={certificateOptions(serving)} />
          }}
        </Field>
      </div>
    </div>
  )
}

function certificateOptions(certificates: readonly WindowMeans['certificates'][number][]) {
  return certificates.map(({ identifier, typeName, validTo }) => ({ value: identifier, label: validTo === null ? typeName : say('way.certificate.option', { name: typeName, day: longDayWords(validTo) }) }))
}

function Standards({ line: { material }, typed, focused }: Pick<LineProps, 'line' | 'typed'> & { readonly focused: boolean }) {
  return material.acceptanceStandards.map(({ question, otherwise }, standard) => {
    const name = standardName(material.key, standard)
    const answer = typed[name]?.[0]
    const fault = faultName(material.key, standard)
    return (
      <div key={name} id={name} tabIndex={-1}>
        <YesNo
          name={name}
          standard={question}
          focused={focused && standard === 0}
          answer={answer === 'yes' || answer === 'no' ? answer : undefined}
          fault={{ name: fault, label: say('fault.label'), value: typed[fault]?.[0] ?? otherwise }}
        />
      </div>
    )
  })
}
