import type { z } from 'zod'
import type { SubmitCaseInput } from '../schema.ts'

/** 食品经营许可 for a small restaurant, complete in every field; the papers are handed in at a window. */
export const foodLicenceApplication: z.input<typeof SubmitCaseInput> = {
  implementCode: '11440114MB2C00144C4440114005000',
  answers: { handling: ['new'], 'applicant-kind': ['person'], 'business-form': ['catering'], online: ['no'], 'cold-or-raw': ['neither'] },
  form: {
    applicantName: '张小梅',
    applicantId: '11010519491231002X',
    contactPhone: '13800000001',
    shopName: '小梅小吃店',
    siteAddress: '花都区新华街示例路1号',
    floorArea: 42.5,
    kitchenArea: 15,
    cateringItems: ['hot'],
    foodSafetyOfficer: '张小梅',
    foodSafetyOfficerPhone: '13800000001',
    staff: 3,
    staffNames: '张小梅、李某',
    deliveryWay: 'a',
  },
  materials: [
    { material: 'm3', by: 'paper', copies: 1 },
    { material: 'm4', by: 'paper', copies: 1 },
    { material: 'm6', by: 'paper', copies: 1 },
  ],
  declaration: { declared: true, version: 1 },
}
