import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { isInspector } from './access.ts'
import { supervisionErrors } from './errors.ts'

/** Refuses whoever is no inspector of the office, though he holds the role elsewhere. */
export async function mustBeInspector({ caller, db }: Pick<Ctx, 'caller' | 'db'>): Promise<void> {
  if (!isInspector(caller, (await getOffice(db)).id)) throw new Refusal(supervisionErrors.notYourPart)
}
