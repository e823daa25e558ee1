import type { Services } from '#kernel/contract/services.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { hotlineErrors } from '../errors.ts'
import type { TelephoneExchange } from './exchange.ts'
import { simulatedExchange } from './simulated-exchange.ts'

/** The exchange of this office: the simulator in a demo. A real one is a `TelephoneExchange` and a line here; without one nothing pretends to be a telephone. */
export function exchangeOf({ config }: Pick<Services, 'config'>): TelephoneExchange {
  if (!config.demo) throw new Refusal(hotlineErrors.noExchange)
  return simulatedExchange
}
