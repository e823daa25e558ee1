import type { LoaderFunctionArgs } from 'react-router'
import { attempt, call } from '#web/call.ts'
import { staffFirst } from '#web/staff-first.ts'
import { unitsFor } from '../unit-names.ts'

/** An order with what the page offers beside it: what is like it, answers that fit, items to apply for and the questions of one of them. */
export async function loadOrder({ request, context, params }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const number = params['number'] ?? ''
  const order = await call(context, 'hotline.get-order', { number })
  const { events } = await call(context, 'hotline.get-order-ledger', { number })
  const units = await unitsFor(context)
  const isNew = order.commands.includes('answer')
  const words = order.appeal.title ?? ''
  const similar = isNew || order.reach === 'reader' ? await attempt(context, 'hotline.find-similar', { number }) : undefined
  const articles = isNew && words !== '' ? (await call(context, 'hotline.search-articles', { q: words, limit: 5 })).items : []
  const items = isNew && words !== '' ? (await call(context, 'catalogue.list-items', { q: words, limit: 5 })).items : []
  const chosen = new URL(request.url).searchParams.get('item') ?? ''
  const guide = isNew && chosen !== '' ? await attempt(context, 'catalogue.get-guide', { implementCode: chosen }) : undefined
  return {
    order,
    events: events.map(({ at, command }) => ({ at, command })),
    units,
    similar: similar?.ok ? similar.value : null,
    articles: articles.map(({ id, question, answer }) => ({ id, question, answer })),
    items: items.map(({ implementCode, name }) => ({ implementCode, name })),
    chosen: guide?.ok ? chosen : '',
    questions: guide?.ok ? guide.value.questions.filter(({ showWhen }) => showWhen.length === 0).map(({ key, question, options }) => ({ key, question, options: options.map((option) => ({ value: option.key, label: option.label })) })) : [],
    key: crypto.randomUUID(),
  }
}
