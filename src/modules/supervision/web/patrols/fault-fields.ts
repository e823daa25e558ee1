import type { InputOf } from '#app'
import { textOf } from '#web/form-fields.ts'
import { CHECK_POINTS } from '../../schema.ts'

type Faults = NonNullable<InputOf<'supervision.record-visit'>['faults']>

/** Of the six points of a visit, those that were marked as not in order. */
export function faultsOf(form: FormData): Faults {
  return CHECK_POINTS.flatMap((point) => {
    const grade = textOf(form, `${point}-grade`) ?? ''
    if (grade === '') return []
    const staffId = textOf(form, `${point}-staffId`) ?? ''
    return [{ point, grade: grade as Faults[number]['grade'], unitId: textOf(form, `${point}-unitId`) ?? '', text: textOf(form, `${point}-text`) ?? '', ...(staffId !== '' && { staffId }) }]
  })
}
