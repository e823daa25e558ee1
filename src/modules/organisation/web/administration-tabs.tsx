import { Tabs } from '#ui/tabs.tsx'
import { say } from './text.ts'

type Place = 'units' | 'halls' | 'staff'

const hrefs: Readonly<Record<Place, string>> = { units: '/administration', halls: '/administration/halls', staff: '/administration/staff' }

/** The lists of the administration beside each other. */
export function AdministrationTabs({ current }: { readonly current: Place }) {
  return (
    <>
      <div className="row page-h">
        <h1 className="grow">{say(`${current}.title`)}</h1>
      </div>
      <Tabs label={say('administration.tabs')} items={(['units', 'halls', 'staff'] as const).map((place) => ({ href: hrefs[place], text: say(`${place}.tab`), current: place === current }))} />
    </>
  )
}
