import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { Rows } from '#ui/index-list.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { joined } from '#ui/text.ts'
import { call } from '#web/call.ts'
import { longDayWords } from '#web/day-words.ts'
import { ListPages } from '#web/list-pages.tsx'
import { signInFirst } from '#web/sign-in-first.ts'
import { say, stateWord } from './text.ts'

type Certificate = OutputOf<'certificates.list-mine'>['items'][number]

export async function loader({ request, context }: LoaderFunctionArgs) {
  signInFirst(context, request)
  const params = new URL(request.url).searchParams
  const holderId = params.get('holder')
  const cursor = params.get('cursor')
  const [list, me] = await Promise.all([call(context, 'certificates.list-mine', { limit: 20, ...(holderId && { holderId }), ...(cursor && { cursor }) }), call(context, 'subjects.get-me', {})])
  return { list, holderId, holders: [{ id: null, name: me.maskedName }, ...me.actsFor.filter((one) => one.scope === null || one.scope.kind === 'all').map((one) => ({ id: one.id, name: one.maskedName }))] }
}

export function meta() {
  return [{ title: say('wallet') }]
}

/** The certificates of the person, and of those for whom he may do everything. */
export default function WalletPage() {
  const { list, holderId, holders } = useLoaderData<typeof loader>()
  const here = holderId === null ? '/certificates' : `/certificates?holder=${holderId}`
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('wallet')}</h1>
        <p>{say('wallet.lead')}</p>
      </div>
      {holders.length > 1 ? <Tabs label={say('wallet.whose')} items={holders.map((holder) => ({ href: holder.id === null ? '/certificates' : `/certificates?holder=${holder.id}`, text: holder.name, current: holder.id === holderId }))} /> : null}
      <div className="mt">{list.items.length > 0 ? <Rows columns={3} items={list.items.map(rowOf)} /> : <p>{say('wallet.none')}</p>}</div>
      <ListPages summary={say('wallet.page', { count: list.items.length })} base={here} nextCursor={list.nextCursor} />
    </div>
  )
}

function rowOf(certificate: Certificate) {
  const until = certificate.validTo === null ? say('wallet.for-ever') : say('wallet.to', { day: longDayWords(certificate.validTo) })
  return {
    href: `/certificates/${encodeURIComponent(certificate.identifier)}`,
    title: certificate.typeName,
    lines: [say('wallet.line', { issuer: certificate.issuer, serial: certificate.serial }), joined('clauses', [certificate.valid ? say('wallet.valid') : stateWord(certificate.state), until])],
  }
}
