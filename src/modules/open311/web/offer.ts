import type { LoaderFunctionArgs } from 'react-router'
import { attempt } from '#web/call.ts'
import { answerError, answerOne, fileNamed, notFound } from './formats.ts'

/** GET services/{code}: the definition of a service. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const file = fileNamed(params['file'])
  if (file === undefined) return notFound()
  const answer = await attempt(context, 'open311.get-offer', { code: file.name })
  return answer.ok ? answerOne(file.format, 'service_definition', answer.value) : answerError(file.format, answer)
}
