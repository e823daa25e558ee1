import { type Bar, Bars } from '#ui/figure.tsx'
import { Section } from '#ui/section.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { dayWords } from '#web/day-words.ts'
import { limitWords } from '#web/limit-words.ts'
import type { GuideFound } from './guide-found.ts'
import { say } from './text.ts'

/** The promise beside the law's own limit. A figure not read in a law's text is drawn as 待核, never as 法定. */
export function GuideLimits({ found }: { readonly found: GuideFound }) {
  const { guide, due, today } = found
  return (
    <Section id="limits" title={say('guide.limits')}>
      <Bars bars={barsOf(found)} />
      {due.promised === null ? null : <p className="meta">{say('guide.limits.if-today', { today: dayWords(today) })}</p>}
      <p className="mt">{say('guide.limits.count')}</p>
      {guide.limits.unverified === null ? null : <p className="meta mt-s">{say('guide.limits.unverified.note')}</p>}
      {guide.procedures.length > 0 ? (
        <ul className="bul mt">
          {guide.procedures.map((procedure) => (
            <li key={procedure.key}>{procedureWords(procedure)}</li>
          ))}
        </ul>
      ) : null}
    </Section>
  )
}

function barsOf({ guide: { limits }, due }: GuideFound): readonly Bar[] {
  const longest = Math.max(...[limits.promised, limits.statutory, limits.unverified].map((limit) => limit?.value ?? 0), 1)
  const bar = (label: string, limit: typeof limits.promised, day: string | null, kind: 'full' | 'line'): Bar => ({
    label,
    kind,
    percent: (100 * limit.value) / longest,
    words: day === null ? limitWords(limit) : say('guide.limits.due', { limit: limitWords(limit), day: dayWords(day) }),
  })
  return [
    bar(say('guide.limits.promised'), limits.promised, due.promised, 'full'),
    ...(limits.statutory === null ? [] : [bar(say('guide.limits.statutory'), limits.statutory, due.statutory, 'line')]),
    ...(limits.unverified === null ? [] : [bar(say('guide.limits.unverified'), limits.unverified, null, 'line')]),
  ]
}

function procedureWords({ name, stopsClock, limit }: GuideFound['guide']['procedures'][number]): string {
  if (!stopsClock) return say('guide.procedure.counts', { name })
  return limit === null ? say('guide.procedure.stops.open', { name }) : say('guide.procedure.stops', { name, limit: limitWords(limit) })
}

type Fee = GuideFound['guide']['fees'][number]

const columns: readonly Column<Fee>[] = [
  { key: 'name', title: say('guide.fees.name'), names: true, cell: (fee) => fee.name },
  { key: 'standard', title: say('guide.fees.standard'), cell: (fee) => (fee.reductionNote === null ? fee.standard : `${fee.standard} ${say('guide.fees.reduction', { note: fee.reductionNote })}`) },
  { key: 'basis', title: say('guide.fees.basis'), cell: (fee) => fee.basis },
]

export function GuideFees({ fees }: { readonly fees: readonly Fee[] }) {
  return (
    <Section id="fees" title={say('guide.fees')}>
      <Table caption={say('guide.fees')} captionHidden columns={columns} rows={fees} rowKey={(fee) => fee.name} empty={say('guide.fees.empty')} />
    </Section>
  )
}
