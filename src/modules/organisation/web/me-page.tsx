import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Actions, Button } from '#ui/button.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Pane } from '#ui/section.tsx'
import { call } from '#web/call.ts'
import { staffFirst } from '#web/staff-first.ts'
import { say, wordOf } from './text.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  staffFirst(context, request)
  return call(context, 'organisation.get-me', {})
}

export function meta() {
  return [{ title: say('me.title') }]
}

/** Who is signed in, with which roles, and the way out. */
export default function MePage() {
  const me = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1>{say('me.title')}</h1>
      </div>
      <Pane id="me" title={me.name}>
        <FactsList
          facts={[
            { term: say('staff.id'), value: me.id, code: true },
            { term: say('staff.unit'), value: me.unit?.name ?? say('none') },
            { term: say('staff.window'), value: me.window?.name ?? say('none') },
            { term: say('staff.roles'), value: [...new Set(me.roles.map(({ role }) => wordOf('roles', role)))].join('、') || say('none') },
          ]}
        />
        <form action="/staff/sign-out" method="post">
          <Actions>
            <Button kind="second">{say('me.sign-out')}</Button>
          </Actions>
        </form>
      </Pane>
    </div>
  )
}
