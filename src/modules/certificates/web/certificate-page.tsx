import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { FactsList } from '#ui/facts.tsx'
import { QrCode } from '#ui/qr-code.tsx'
import { Note, Section } from '#ui/section.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { call } from '#web/call.ts'
import { instantWords, longDayWords } from '#web/day-words.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { qrMatrix } from '#web/qr-matrix.ts'
import { signInFirst } from '#web/sign-in-first.ts'
import { say, stateWord } from './text.ts'

export const handle: PageHandle = { crumbs: () => [{ href: '/certificates', text: say('wallet') }] }

type Use = OutputOf<'certificates.list-uses'>['items'][number]

/** Only the holder's side sees the uses, so asking for them also decides who sees this page. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  signInFirst(context, request)
  const identifier = params['identifier'] ?? ''
  const uses = await call(context, 'certificates.list-uses', { identifier, limit: 50 })
  const certificate = await call(context, 'certificates.verify', { identifier })
  return { certificate, uses: uses.items, qr: qrMatrix(`${new URL(request.url).origin}/verify/${encodeURIComponent(certificate.identifier)}`) }
}

export function meta({ loaderData }: { readonly loaderData?: { readonly certificate: { readonly typeName: string } } }) {
  return [{ title: loaderData?.certificate.typeName ?? say('wallet') }]
}

function columnsOfUses(): readonly Column<Use>[] {
  return [
    { key: 'at', title: say('certificate.uses.at'), names: true, cell: (use) => instantWords(use.usedAt) },
    { key: 'purpose', title: say('certificate.uses.purpose'), cell: (use) => purposeWord(use.purpose) },
    { key: 'by', title: say('certificate.uses.by'), cell: (use) => actorWord(use.actor) },
  ]
}

export default function CertificatePage() {
  const { certificate, uses, qr } = useLoaderData<typeof loader>()
  const { validFrom, validTo } = certificate
  return (
    <div className="wrap">
      <div className="page-h">
        <p className="meta">{certificate.issuer}</p>
        <h1>{certificate.typeName}</h1>
      </div>
      <FactsList
        facts={[
          { term: say('certificate.state'), value: certificate.valid ? say('wallet.valid') : stateWord(certificate.state) },
          { term: say('certificate.period'), value: validTo === null ? say('certificate.period.from', { from: longDayWords(validFrom) }) : say('certificate.period.from-to', { from: longDayWords(validFrom), to: longDayWords(validTo) }) },
          { term: say('certificate.issued'), value: longDayWords(certificate.issuedAt.slice(0, 10)) },
          { term: say('certificate.version'), value: say('certificate.version.value', { version: certificate.version }) },
          { term: say('certificate.identifier'), value: certificate.identifier, code: true },
        ]}
      />
      {certificate.valid ? (
        <Actions>
          <ButtonLink href={`/api/v1/certificates/${encodeURIComponent(certificate.identifier)}/pdf`}>{say('certificate.pdf')}</ButtonLink>
          <ButtonLink href={`/certificates/${encodeURIComponent(certificate.identifier)}/face`} kind="plain">
            {say('certificate.print')}
          </ButtonLink>
        </Actions>
      ) : (
        <div className="mt">
          <Note kind="near">{say('certificate.pdf.none')}</Note>
        </div>
      )}
      <Section id="qr" title={say('certificate.qr')}>
        <div className="row">
          <QrCode matrix={qr} label={say('certificate.qr.label')} large />
          <p>{say('certificate.qr.hint')}</p>
        </div>
      </Section>
      <Section id="uses" title={say('certificate.uses')} meta={say('certificate.uses.meta')}>
        <Table caption={say('certificate.uses')} captionHidden columns={columnsOfUses()} rows={uses} rowKey={(use) => `${use.usedAt} ${use.matterId} ${use.purpose}`} empty={say('certificate.uses.none')} />
      </Section>
    </div>
  )
}

function purposeWord(purpose: string): string {
  if (purpose.startsWith('material:')) return say('certificate.use.material')
  return say(purpose === 'read' ? 'certificate.use.read' : 'certificate.use.other')
}

function actorWord(actor: string): string {
  const [kind, id = ''] = actor.split(':')
  if (kind === 'person') return say('certificate.uses.by.you')
  return kind === 'staff' ? say('certificate.uses.by.staff', { id }) : say('certificate.uses.by.system')
}
