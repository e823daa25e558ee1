import { type ActionFunctionArgs, redirect } from 'react-router'
import { Actions, Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { languages } from '#ui/language.ts'
import { type Appearance, appearanceCookie, themes } from '../appearance.ts'
import { requestContext } from '../context.ts'
import { textOf } from '../form-fields.ts'
import { languageCookie } from '../language-choice.ts'
import { ownPath } from '../sign-in-first.ts'
import { useSite } from '../site.ts'
import { say } from '../text.ts'

export function meta() {
  return [{ title: say('display.title') }]
}

/** Keeps the choice in a cookie and goes back to the page it was made on. Fields that were not sent stay as they are. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const current = context.get(requestContext).appearance
  const theme = form.has('theme') ? themes.find((name) => name === form.get('theme')) : current.theme
  const mode = form.has('mode') ? form.get('mode') : current.mode
  const look: Appearance = { ...(theme ? { theme } : {}), ...(mode === 'elder' ? { mode: 'elder' } : {}) }
  const headers = new Headers({ 'Set-Cookie': appearanceCookie(look) })
  const language = languages.find((name) => name === form.get('language'))
  if (language) headers.append('Set-Cookie', languageCookie(language))
  return redirect(ownPath(textOf(form, 'back')), { headers })
}

export default function DisplaySettings() {
  const look = useSite()?.appearance ?? {}
  return (
    <div className="wrap">
      <div className="stack page-h">
        <h1>{say('display.title')}</h1>
        <p>{say('display.lead')}</p>
      </div>
      <form method="post" action="/display">
        <input type="hidden" name="back" value="/display" />
        <Radios
          name="theme"
          legend={say('display.theme')}
          value={look.theme ?? 'system'}
          options={[
            { value: 'system', label: say('display.theme.system') },
            ...themes.map((theme) => ({ value: theme, label: say(`display.theme.${theme}`) })),
          ]}
          tiles
        />
        <Radios
          name="mode"
          legend={say('display.mode')}
          value={look.mode ?? 'standard'}
          options={[
            { value: 'standard', label: say('display.mode.standard') },
            { value: 'elder', label: say('display.mode.elder'), hint: say('display.mode.elder.hint') },
          ]}
          tiles
        />
        <Actions>
          <Button>{say('display.save')}</Button>
        </Actions>
      </form>
    </div>
  )
}
