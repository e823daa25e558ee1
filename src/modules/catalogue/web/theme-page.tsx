import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Rows } from '#ui/index-list.tsx'
import { Section } from '#ui/section.tsx'
import { call } from '#web/call.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { ItemRows } from './item-rows.tsx'
import { say } from './text.ts'
import { chosenItems } from './theme-items.ts'

export const handle: PageHandle = {
  shared: true,
  crumbs: () => [
    { href: '/services', text: say('services.title') },
    { href: '/themes', text: say('themes.title') },
  ],
}

type Theme = OutputOf<'catalogue.get-theme'>['theme']
type Item = OutputOf<'catalogue.get-theme'>['items'][number]

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { theme, items } = await call(context, 'catalogue.get-theme', { key: params['key'] ?? '' })
  const search = new URL(request.url).searchParams
  const answers = Object.fromEntries(theme.questions.flatMap((question) => [search.get(question.key)].flatMap((value) => (value === null ? [] : [[question.key, value]]))))
  return { theme, items, answers }
}

export function meta({ loaderData }: { readonly loaderData?: { readonly theme: { readonly name: string } } }) {
  return [{ title: loaderData?.theme.name ?? say('themes.title') }]
}

/** One thing that takes several items: which, in which order, with which papers brought once. */
export default function ThemePage() {
  const { theme, items, answers } = useLoaderData<typeof loader>()
  const chosen = chosenItems(theme, answers)
  return (
    <div className="wrap">
      <div className="page-h">
        <p className="meta">{say('theme.meta', { stage: theme.lifeStage, formal: theme.formalName })}</p>
        <h1>{theme.name}</h1>
        {theme.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
      {theme.questions.length > 0 ? <Questions theme={theme} answers={answers} /> : null}
      <Section id="steps" title={say('theme.steps')} meta={say('theme.steps.meta')}>
        <div className="stack-l">
          {theme.steps.map((step) => (
            <StepItems key={step.step} title={say(step.mode === 'PARALLEL' ? 'theme.step.parallel' : 'theme.step.serial', { step: step.step })} entries={step.items.filter((one) => chosen.keeps(one.item))} items={items} />
          ))}
          {chosen.added.length > 0 ? <StepItems title={say('theme.added')} entries={chosen.added.map((item) => ({ item, when: null }))} items={items} /> : null}
        </div>
      </Section>
      <MergedMaterials theme={theme} />
      {theme.orderConstraints.length > 0 ? (
        <Section id="order" title={say('theme.order')}>
          <ul className="bul">
            {[...new Set(theme.orderConstraints.map((one) => one.why))].map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
        </Section>
      ) : null}
    </div>
  )
}

function Questions({ theme, answers }: { readonly theme: Theme; readonly answers: Readonly<Record<string, string>> }) {
  return (
    <Section id="situation" title={say('theme.situation')}>
      <form method="get" action={`/themes/${theme.key}`}>
        {theme.questions.map((question) => (
          <Radios key={question.key} name={question.key} legend={question.question} options={question.options.map(({ key, label }) => ({ value: key, label }))} value={answers[question.key]} tiles />
        ))}
        <p className="mt">
          <Button kind="second">{say('theme.situation.update')}</Button>
        </p>
      </form>
    </Section>
  )
}

function StepItems({ title, entries, items }: { readonly title: string; readonly entries: Theme['steps'][number]['items']; readonly items: readonly Item[] }) {
  const known = entries.flatMap((entry) => items.filter((item) => item.itemKey === entry.item).map((item) => (entry.when === null ? item : { ...item, plainName: say('theme.when', { when: entry.when }) })))
  if (known.length === 0) return null
  return (
    <div>
      <h3>{title}</h3>
      <div className="mt-s">
        <ItemRows items={known} />
      </div>
    </div>
  )
}

function MergedMaterials({ theme }: { readonly theme: Theme }) {
  const { separate, merged, obtainedBySharing } = theme.materialCount
  const count = (value: number) => say('theme.materials.count', { count: value })
  return (
    <Section id="materials" title={say('theme.materials')}>
      <FactsList
        as="row"
        facts={[
          { term: say('theme.materials.separate'), value: count(separate) },
          { term: say('theme.materials.merged'), value: count(merged) },
          { term: say('theme.materials.shared'), value: count(obtainedBySharing) },
        ]}
      />
      <div className="mt">
        <Rows columns={3} items={theme.mergedMaterials.map((material) => ({ title: material.name, lines: [say('theme.materials.members', { count: new Set(material.members.map((one) => one.item)).size }), say(material.shared ? 'theme.materials.exempt' : 'theme.materials.once')] }))} />
      </div>
    </Section>
  )
}
