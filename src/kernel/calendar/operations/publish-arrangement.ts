import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Arrangement } from '#kernel/time/arrangement.ts'
import { calendarErrors } from '../errors.ts'
import { publishArrangement as publish } from '../publish.ts'
import { Published } from '../schema.ts'

/** The yearly notice of the State Council, or a correction of it, entered as JSON. Open clocks are counted again (T-16). */
export const publishArrangement = defineOperation({
  name: 'kernel.publish-arrangement',
  summary: 'Publishes the arrangement of days off of a year; a later one takes the place of the earlier',
  kind: 'command',
  http: { method: 'POST', path: '/calendar/arrangements', status: 201 },
  access: { permission: 'calendar:publish' },
  input: z.object({ arrangement: Arrangement }),
  output: Published,
  refusals: [calendarErrors.unchanged, calendarErrors.contradictsLaterNotice],
  examples: [
    {
      summary: 'A notice with one holiday',
      input: {
        arrangement: {
          year: 2027,
          notice: { title: '国务院办公厅关于2027年部分节假日安排的通知' },
          offDays: [{ date: '2027-01-01', name: '元旦' }],
          workedDays: [],
          statutoryDays: [{ date: '2027-01-01', name: '元旦' }],
        },
      },
    },
  ],
  async run(ctx, { arrangement }) {
    return { year: arrangement.year, ...(await publish(ctx, arrangement)) }
  },
})
