import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { fileAppeal } from '../file-appeal.ts'
import { FiledAppeal, QueryCode } from '../schema.ts'

/** Through the network, signed in or not; a letter is taken by the seat. Who leaves no number follows the order with number and code. */
export const fileOrder = defineOperation({
  name: 'hotline.file-order',
  summary: 'Files an appeal with the hotline; answers the number and the code to follow it by',
  kind: 'command',
  http: { method: 'POST', path: '/hotline/orders', status: 201 },
  access: 'public',
  rate: { perMinute: 10 },
  input: FiledAppeal,
  output: z.object({ number: z.string(), queryCode: QueryCode }),
  refusals: [],
  examples: [{ summary: 'Noise from a building site at night', input: { kind: 'complaint', title: '工地夜间施工噪音', content: '建设北路工地连续三天夜里十一点以后还在打桩，影响休息。', place: '新华街道建设北路', phone: '13800009001' } }],
  run: fileAppeal,
})
