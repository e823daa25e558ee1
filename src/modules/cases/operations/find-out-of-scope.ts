import { z } from 'zod'
import { turnAway } from '../turn-away.ts'
import { defineCaseCommand } from './case-command.ts'

/** 不属职权: another authority decides; the applicant is told which (行政许可法 art. 32(2)). */
export const findOutOfScope = defineCaseCommand({
  name: 'cases.find-out-of-scope',
  command: 'find-out-of-scope',
  summary: 'Tells the applicant which authority is competent instead',
  fields: { competentUnit: z.string().min(1).max(100), competentAddress: z.string().min(1).max(200), competentPhone: z.string().min(5).max(30) },
  refusals: [],
  example: { competentUnit: '广州市花都区住房和城乡建设局', competentAddress: '花都区公益大道兰花路7号', competentPhone: '020-00000401' },
  run: (ctx, record, { competentUnit, competentAddress, competentPhone }) =>
    turnAway(ctx, record, { command: 'find-out-of-scope', to: 'outOfScope', document: 'outOfScope', data: { competentUnit, competentAddress, competentPhone } }),
})
