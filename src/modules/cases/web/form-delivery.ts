import type { InputOf, OutputOf } from '#app'

type Guide = OutputOf<'catalogue.get-guide'>
type Field = Guide['form']['sections'][number]['fields'][number]
type Submission = InputOf<'cases.submit-case'>
type Delivery = NonNullable<Submission['delivery']>
type Way = Delivery['kind']

const kindOfWay = { ELECTRONIC: 'electronic', POST: 'post', WINDOW: 'window', TERMINAL: 'terminal' } as const

/** The ways in which the result of the item may come. */
export function waysOf(guide: Pick<Guide, 'result'>): readonly Way[] {
  return guide.result.delivery.map((way) => kindOfWay[way])
}

/** What the forms of the catalogue call each way; a result that is fetched from a machine is fetched all the same. */
const optionOfWay: Readonly<Record<Way, readonly string[]>> = { electronic: ['电子送达'], post: ['邮寄'], window: ['窗口领取'], terminal: ['自助终端领取', '窗口领取'] }

function optionFor(field: Field, way: Way): string | undefined {
  return optionOfWay[way].flatMap((label) => field.options.filter((option) => option.label === label))[0]?.key
}

/**
 * Whether a field of the form asks for nothing but the delivery, which is chosen at the end: it is
 * filled from that choice. A field whose options do not cover every way is asked like any other.
 */
export function followsDelivery(field: Field, guide: Pick<Guide, 'result'>): boolean {
  if (field.key === 'deliveryAddress') return !field.required
  return field.key === 'deliveryWay' && field.type === 'select' && waysOf(guide).every((way) => optionFor(field, way) !== undefined)
}

/** The sections of the form with what it asks besides the delivery; a section of nothing else is left out. */
export function askedSections(guide: Guide): Guide['form']['sections'] {
  return guide.form.sections.map((section) => ({ ...section, fields: section.fields.filter((field) => !followsDelivery(field, guide)) })).filter(({ fields }) => fields.length > 0)
}

/** The values of the fields that follow the delivery, so that the form of the case is complete. */
export function deliveryValues({ kind, address }: Pick<Delivery, 'kind'> & { readonly address?: string | undefined }, guide: Guide): Readonly<Record<string, string>> {
  const values = guide.form.sections
    .flatMap((section) => section.fields)
    .filter((field) => followsDelivery(field, guide))
    .map((field) => [field.key, field.key === 'deliveryWay' ? optionFor(field, kind) : kind === 'post' ? address : undefined] as const)
  return Object.fromEntries(values.filter((entry): entry is readonly [string, string] => entry[1] !== undefined))
}
