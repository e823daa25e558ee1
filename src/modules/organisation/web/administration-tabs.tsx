import { Tabs } from '#ui/tabs.tsx'
import { say } from './text.ts'

const places = ['units', 'halls', 'staff', 'roles', 'calendar', 'rules', 'templates', 'webhooks', 'changes'] as const
type Place = (typeof places)[number]

const hrefs: Readonly<Record<Place, string>> = {
  units: '/administration',
  halls: '/administration/halls',
  staff: '/administration/staff',
  roles: '/administration/roles',
  calendar: '/administration/calendar',
  rules: '/administration/rules',
  templates: '/administration/templates',
  webhooks: '/administration/webhooks',
  changes: '/administration/changes',
}

/** The lists of the administration beside each other. */
export function AdministrationTabs({ current }: { readonly current: Place }) {
  return (
    <>
      <div className="row page-h">
        <h1 className="grow">{say(`${current}.title`)}</h1>
      </div>
      <Tabs label={say('administration.tabs')} items={places.map((place) => ({ href: hrefs[place], text: say(`${place}.tab`), current: place === current }))} />
    </>
  )
}
