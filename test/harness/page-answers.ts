import { matchRoutes } from 'react-router'
import type { BuiltPages, ShownPage } from './built-pages.ts'
import { type EmptyForm, emptyForms } from './page-forms.ts'
import { pageRoutes } from './page-routes.ts'
import type { PageWalk, WalkedPage } from './page-walk.ts'

/** The page that answered a form which was sent empty. */
export interface AnsweredPage extends WalkedPage {
  readonly html: string
  readonly headers: Headers
}

/** Who signs out answers no more forms. */
const endsSession = /^\/(?:staff\/)?sign-out$/

/**
 * Sends every form of every page empty, each kind once, and returns the pages that answer: most say what is missing. The pages
 * were all read before the first form is sent, because some forms ask for nothing and change what stands there; then they lead to a
 * page of the walk. Administrators, who can send others away, come last.
 */
export async function answersToEmptyForms(pages: readonly ShownPage[], walk: PageWalk, built: BuiltPages): Promise<readonly AnsweredPage[]> {
  const found = new Map<string, { readonly page: WalkedPage; readonly form: EmptyForm }>()
  for (const page of pages.toSorted((a, b) => Number(a.as === 'administrator') - Number(b.as === 'administrator'))) {
    for (const form of emptyForms(page.html, page.path)) {
      const kind = kindOf(form)
      if (!endsSession.test(form.action) && !found.has(kind)) found.set(kind, { page, form })
    }
  }
  const answers: AnsweredPage[] = []
  for (const { page, form } of found.values()) {
    const session = walk.cookieOf(page.as)
    const answer = await built.post(form.action, session === undefined ? {} : { cookie: `yimen_session=${session}` }, bodyOf(form))
    if (answer.headers.get('content-type')?.startsWith('text/html')) answers.push({ ...page, path: form.action, status: answer.status, html: await answer.text(), headers: answer.headers })
  }
  return answers
}

const patterns = pageRoutes().map((path) => ({ path }))

/** Fields that say what a form does, and not to which record. */
const namesStep = /^(?:command|act|intent|go|way|do|step)$/

/** Forms of one kind go to the same route with the same fields, the same step and the same button. */
function kindOf({ action, fields }: EmptyForm): string {
  const { pathname } = new URL(action, 'http://office.test')
  const route = matchRoutes(patterns, pathname)?.at(-1)?.route.path ?? pathname
  return [route, ...fields.map(([name, value]) => (typeof value === 'string' && namesStep.test(name) ? `${name}=${value}` : name))].join(' ')
}

function bodyOf({ multipart, fields }: EmptyForm): FormData | URLSearchParams {
  if (!multipart) return new URLSearchParams(fields.map(([name, value]) => [name, typeof value === 'string' ? value : '']))
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  return body
}
