import type { OutputOf } from '#app'
import { Button } from '#ui/button.tsx'
import { CodeProof } from '#ui/code-proof.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/inputs.tsx'
import { Note } from '#ui/section.tsx'
import { ClockBadge } from '#ui/tag.tsx'
import { joined } from '#ui/text.ts'
import { instantWords, longDayWords } from '#web/day-words.ts'
import { reasonWord, say, stateWord } from './text.ts'

interface VerdictHeadProps {
  readonly good: boolean
  readonly word: string
  readonly words: string
}

/** The answer, large and plain: a shape, a word, one sentence. */
function VerdictHead({ good, word, words }: VerdictHeadProps) {
  return (
    <div className="panel stack" role="status">
      <p className="big">
        <ClockBadge state={good ? 'done' : 'over'} strong>
          {word}
        </ClockBadge>
      </p>
      <p>{words}</p>
    </div>
  )
}

export function CertificateVerdict({ certificate }: { readonly certificate: Omit<OutputOf<'certificates.verify'>, 'holder'> }) {
  const { valid, reasons, validFrom, validTo, holderMatches } = certificate
  return (
    <section aria-label={say('verify')}>
      <VerdictHead good={valid} word={say(valid ? 'verify.valid' : 'verify.invalid')} words={valid ? say('verify.valid.words') : say('verify.invalid.words', { reasons: joined('list', reasons.map(reasonWord)) })} />
      <div className="mt">
        <FactsList
          facts={[
            { term: say('verify.kind'), value: certificate.typeName },
            { term: say('certificate.issuer'), value: certificate.issuer },
            { term: say('certificate.state'), value: stateWord(certificate.state) },
            { term: say('certificate.period'), value: validTo === null ? say('certificate.period.from', { from: longDayWords(validFrom) }) : say('certificate.period.from-to', { from: longDayWords(validFrom), to: longDayWords(validTo) }) },
            { term: say('certificate.identifier'), value: certificate.identifier, code: true },
            ...(certificate.replacedBy === null ? [] : [{ term: say('verify.replaced'), value: <a href={`/verify/${encodeURIComponent(certificate.replacedBy)}`}>{certificate.replacedBy}</a> }]),
          ]}
        />
      </div>
      {holderMatches === null ? null : <Note kind={holderMatches ? 'accent' : 'near'}>{say(holderMatches ? 'verify.holder.yes' : 'verify.holder.no')}</Note>}
      <form className="mt" action={`/verify/${encodeURIComponent(certificate.identifier)}`} method="get">
        <Field id="digits" label={say('verify.holder')} hint={say('verify.holder.hint')} optional>
          {(ids) => <TextInput {...ids} name="digits" autoComplete="off" maxLength={6} width={8} />}
        </Field>
        <p className="mt-s">
          <Button kind="second">{say('verify.holder.ask')}</Button>
        </p>
      </form>
    </section>
  )
}

const documentWords = { whole: 'verify.genuine.words', forgotten: 'verify.forgotten.words', altered: 'verify.altered.words' } as const

export function DocumentVerdict({ document }: { readonly document: OutputOf<'kernel.verify-document'> }) {
  const good = document.signatureValid && document.content !== 'altered'
  return (
    <section aria-label={say('verify')}>
      <VerdictHead good={good} word={say(good ? 'verify.genuine' : 'verify.altered')} words={say(documentWords[document.content])} />
      <div className="mt stack">
        <FactsList
          facts={[
            ...(document.title === null ? [] : [{ term: say('verify.title'), value: document.title }]),
            { term: say('verify.number'), value: document.number },
            ...(document.issuer === null ? [] : [{ term: say('verify.issuer'), value: document.issuer }]),
            { term: say('verify.issued'), value: instantWords(document.issuedAt) },
          ]}
        />
        <CodeProof label={say('verify.hash')} code={document.contentHash} />
      </div>
    </section>
  )
}
