import { Banner } from '#ui/banner.tsx'
import { useSite } from './site.ts'
import { say } from './text.ts'

/** Says above a page that its city is simulated, on the screen and on paper; nothing in a real office. Every page has it, also one without a frame. */
export function SimulatedNotice() {
  if (!useSite()?.settings.simulated) return null
  return (
    <Banner label={say('notice.label')} title={say('notice.simulated')} onPaper>
      {say('notice.simulated-text')}
    </Banner>
  )
}
