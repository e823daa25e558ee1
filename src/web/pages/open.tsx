import { say } from '../text.ts'
import { openness, waysText } from '../ways.ts'
import { WaysPage } from './ways-page.tsx'

export function meta() {
  return [{ title: say('nav.open') }]
}

/** 公开: everything that government shows without being asked, and the way to ask for more. */
export default function OpenPage() {
  return <WaysPage title={say('nav.open')} lead={waysText('open.lead')} groups={openness} />
}
