import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { FactsList } from '#ui/facts.tsx'
import { call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { limitWords } from '#web/limit-words.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { answerLabels, answersQuery, isListOpen, readAnswers } from './answers.ts'
import { ApplyBar, ApplyPanel } from './guide-apply.tsx'
import { GuideBasis, GuideConditions, GuidePlaces, GuideResult } from './guide-facts.tsx'
import type { GuideFound } from './guide-found.ts'
import { GuideFlow } from './guide-flow.tsx'
import { GuideFees, GuideLimits } from './guide-limits.tsx'
import { GuideMaterials } from './guide-materials.tsx'
import { GuideSituation } from './guide-situation.tsx'
import { dueIfAcceptedToday } from './due-today.ts'
import { say, wordList } from './text.ts'

export const handle: PageHandle = {
  shared: true,
  crumbs: (found: GuideFound) => [
    { href: '/services', text: say('services.title') },
    { href: `/services?department=${found.item.department}`, text: found.item.implementingBody.name },
  ],
}

export async function loader({ params, request, context }: LoaderFunctionArgs): Promise<GuideFound> {
  const implementCode = params['implementCode'] ?? ''
  const { today, settings } = context.get(requestContext)
  const [record, departments] = await Promise.all([call(context, 'catalogue.get-item', { implementCode }), call(context, 'catalogue.list-departments', {})])
  const answers = readAnswers(new URL(request.url).searchParams, record.item.scenarios)
  const guide = await call(context, 'catalogue.get-guide', { implementCode, answers: { ...answers } })
  const units = Object.fromEntries(departments.items.map((unit) => [unit.key, unit.name]))
  return { item: record.item, related: record.relatedItems, guide, answers, units, today, due: await dueIfAcceptedToday(context, guide.limits), supervisionPhone: settings.supervisionPhone }
}

export function meta({ loaderData }: { readonly loaderData?: GuideFound }) {
  return [{ title: loaderData ? say('guide.title', { name: loaderData.item.name }) : say('services.title') }]
}

/** 办事指南: everything about one item for the reader's own situation. 行政许可法 art. 30, 优化营商环境条例 art. 36. */
export default function GuidePage() {
  const found = useLoaderData<typeof loader>()
  const { item, guide, answers } = found
  const applyHref = item.channels.includes('ONLINE') ? `/apply/${item.implementCode}${answersQuery(answers)}` : undefined
  return (
    <>
      <div className="wrap">
        <div className="stack page-h">
          <p className="meta">{say('guide.meta', { type: wordList('itemTypes')[item.itemType], handling: wordList('handlingKinds')[item.handlingKind], body: item.implementingBody.name })}</p>
          <h1>{item.name}</h1>
          <p>{item.plainName}</p>
        </div>
        <FactsList as="summary" facts={summaryOf(found)} />
        <div className="cols cols-main">
          <div>
            {guide.questions.length > 0 ? <GuideSituation found={found} /> : null}
            <GuideMaterials materials={guide.materials} isOpen={isListOpen(item, guide)} labels={answerLabels(guide.questions, answers)} phone={item.complaintPhone ?? found.supervisionPhone} />
            <GuideLimits found={found} />
            <GuideConditions item={item} />
            {guide.fees.length > 0 ? <GuideFees fees={guide.fees} /> : null}
            <GuideFlow found={found} />
            <GuideResult result={guide.result} />
            <GuidePlaces item={item} />
            <GuideBasis item={item} related={found.related} />
          </div>
          <ApplyPanel applyHref={applyHref} level={item.minimumAssurance} hasQuestions={guide.questions.length > 0} />
        </div>
      </div>
      <ApplyBar applyHref={applyHref} summary={say('guide.apply.summary', { limit: limitWords(guide.limits.promised), fee: feeWord(found) })} />
    </>
  )
}

function summaryOf(found: GuideFound) {
  const { item, guide } = found
  return [
    { term: say('guide.promised'), value: limitWords(guide.limits.promised), note: legalNote(guide.limits) },
    { term: say('guide.visits'), value: say('guide.visits.value', { count: item.maxVisits }), note: item.visitReason ?? say('guide.visits.none') },
    { term: say('guide.fee'), value: feeWord(found), note: say(item.feeCharged ? 'guide.fee.charged.note' : 'guide.fee.none.note') },
    { term: say('guide.prepare'), ...preparation(found) },
  ]
}

/** How many papers to bring; before the answers that decide it, no number would be true. */
function preparation({ guide, item }: GuideFound) {
  if (isListOpen(item, guide)) return { value: say('guide.prepare.open'), note: say('guide.prepare.open.note') }
  const toBring = guide.materials.filter((line) => line.status === 'REQUIRED' && line.material.kind !== 'FORM').length
  const exempt = guide.materials.filter((line) => line.status === 'EXEMPT').length
  return { value: say('guide.prepare.value', { count: toBring }), note: say('guide.prepare.exempt', { count: exempt }) }
}

/** A figure that was not read in the text of a law is never called 法定 without saying so. */
function legalNote({ statutory, unverified }: GuideFound['guide']['limits']): string {
  if (statutory !== null) return say('guide.statutory', { limit: limitWords(statutory) })
  if (unverified !== null) return say('guide.unverified', { limit: limitWords(unverified) })
  return say('guide.no-statutory')
}

function feeWord({ item }: GuideFound): string {
  return say(item.feeCharged ? 'guide.fee.charged' : 'guide.fee.none')
}
