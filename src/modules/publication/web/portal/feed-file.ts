import { data, type LoaderFunctionArgs } from 'react-router'
import type { InputOf } from '#app'
import { call } from '#web/call.ts'

/** `all.atom`, `normative.rss`: the feed of everything or of one class. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const [filed, format] = (params['feed'] ?? '').split('.')
  if (format !== 'atom' && format !== 'rss') throw data(null, { status: 404 })
  const asked = filed === 'all' ? { format } : { format, class: filed }
  const file = await call(context, 'publication.get-feed', asked as InputOf<'publication.get-feed'>)
  return new Response(file.bytes.slice(), { headers: { 'content-type': file.contentType, 'cache-control': 'public, max-age=300' } })
}
