import type { LoaderFunctionArgs } from 'react-router'
import type { InputOf } from '#app'
import { call } from '#web/call.ts'
import { staffFirst } from '#web/staff-first.ts'

/** The file of the export form. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const asked = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ''))
  const file = await call(context, 'catalogue.export-exchange', asked as InputOf<'catalogue.export-exchange'>)
  return new Response(file.bytes.slice(), { headers: { 'content-type': file.contentType, 'content-disposition': `attachment; filename="${file.fileName}"`, 'cache-control': 'no-store' } })
}
