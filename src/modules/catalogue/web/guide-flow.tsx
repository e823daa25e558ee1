import { FlowChart } from '#ui/flow-chart.tsx'
import { Section } from '#ui/section.tsx'
import { flowOf } from './flow.ts'
import type { GuideFound } from './guide-found.ts'
import { say } from './text.ts'

/** The route of this situation, drawn and in words. */
export function GuideFlow({ found: { guide, units } }: { readonly found: GuideFound }) {
  const flow = flowOf(guide.route.steps, (key) => units[key] ?? key)
  return (
    <Section id="flow" title={say('guide.flow')}>
      <FlowChart id="flow-chart" {...flow} />
    </Section>
  )
}
