import type { LoaderFunctionArgs } from 'react-router'
import { attempt } from '#web/call.ts'
import { answerError, answerList, fileNamed, notFound } from './formats.ts'

/** GET requests/{id}: a list of one, as the standard says. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const file = fileNamed(params['file'])
  if (file === undefined) return notFound()
  const answer = await attempt(context, 'open311.get-request', { id: file.name })
  return answer.ok ? answerList(file.format, { list: 'service_requests', item: 'request' }, [answer.value]) : answerError(file.format, answer)
}
