import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { FactsList } from '#ui/facts.tsx'
import { Note, Section } from '#ui/section.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { call } from '#web/call.ts'
import { longDayWords } from '#web/day-words.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { Paragraphs } from '../paragraphs.tsx'
import { say, wordOf } from '../portal-text.ts'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const [{ versions }, units] = await Promise.all([call(context, 'publication.get-power', { id: params['id'] ?? '' }), unitNamesFor(context)])
  const [power] = versions
  if (power === undefined) throw data(null, { status: 404 })
  return { power, versions, unit: units[power.unitId] ?? '' }
}

export function meta({ loaderData }: { readonly loaderData?: { readonly power: { readonly name: string } } }) {
  return [{ title: loaderData?.power.name ?? say('powers') }]
}

export const handle: PageHandle = { crumbs: () => [{ href: '/publications', text: say('open') }, { href: '/publications/powers', text: say('powers') }] }

/** 责任事项 are separated by semicolons in what the catalogue gives; each stands on a line of its own. */
function inLines(text: string): string {
  return text.replace(/；/g, '$&\n')
}

/** One entry of a list: what the unit may do, on what basis, what it owes, and how the entry came to be as it is. */
export default function PowerPage() {
  const { power, versions, unit } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{power.name}</h1>
      </div>
      {power.change === 'removed' ? <Note kind="stop">{say('power.removed', { day: longDayWords(power.writtenAt.slice(0, 10)), reason: power.reason })}</Note> : null}
      <FactsList
        facts={[
          { term: say('power.unit'), value: <a href={`/publications/powers?unit=${power.unitId}`}>{unit}</a> },
          { term: say('power.type'), value: wordOf('powerTypes', power.type) },
          { term: say('power.basis'), value: <Paragraphs text={inLines(power.basis)} /> },
          { term: say('power.duties'), value: <Paragraphs text={inLines(power.duties)} /> },
          { term: say('power.accountability'), value: <Paragraphs text={inLines(power.accountability)} /> },
          ...(power.implementCode === null ? [] : [{ term: say('power.item'), value: <a href={`/services/${power.implementCode}`}>{say('power.item.open')}</a> }]),
        ]}
      />
      <Section id="history" title={say('power.history')}>
        <Timeline entries={versions.map(({ change, reason, writtenAt, version }) => ({ title: say('power.history.entry', { version, change: wordOf('powerChanges', change) }), at: writtenAt, when: longDayWords(writtenAt.slice(0, 10)), text: reason }))} />
      </Section>
    </div>
  )
}
