import { say } from '../text.ts'
import { interaction, waysText } from '../ways.ts'
import { WaysPage } from './ways-page.tsx'

export function meta() {
  return [{ title: say('nav.interact') }]
}

/** 互动: everything by which people speak to government. */
export default function InteractPage() {
  return <WaysPage title={say('nav.interact')} lead={waysText('interact.lead')} groups={interaction} />
}
