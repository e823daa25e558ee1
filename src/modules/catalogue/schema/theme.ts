import { z } from 'zod'
import { Mark } from './mark.ts'
import { Key } from './scenario.ts'

const ThemeItem = z.strictObject({ item: Key, when: z.string().nullable() })

/** 主题事项 (一件事): items that people need together, with their order, their merged materials and the questions that choose among them. */
export const ThemePackage = z.strictObject({
  key: Key,
  name: z.string().min(1),
  formalName: z.string().min(1),
  lifeStage: z.string().min(1),
  leadDepartment: Key,
  serviceObjects: z.array(z.enum(['1', '2', '3', '4', '5', '6', '9'])).readonly(),
  synonyms: z.array(z.string().min(1)).readonly(),
  steps: z
    .array(z.strictObject({ step: z.int().min(1), mode: z.enum(['PARALLEL', 'SERIAL']), items: z.array(ThemeItem).min(1).readonly() }))
    .min(1)
    .readonly(),
  conditionalItems: z.array(Key).readonly(),
  orderConstraints: z.array(z.strictObject({ before: Key, after: Key, why: z.string() })).readonly(),
  mergedMaterials: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        shared: z.boolean(),
        members: z
          .array(z.strictObject({ item: Key, material: z.string().min(1) }))
          .min(1)
          .readonly(),
      }),
    )
    .readonly(),
  materialCount: z.strictObject({ separate: z.int().min(0), merged: z.int().min(0), obtainedBySharing: z.int().min(0) }),
  questions: z
    .array(
      z.strictObject({
        key: Key,
        question: z.string().min(1),
        options: z
          .array(z.strictObject({ key: Key, label: z.string().min(1), adds: z.array(Key).readonly(), removes: z.array(Key).readonly() }))
          .min(1)
          .readonly(),
      }),
    )
    .readonly(),
  notes: z.array(z.string()).readonly(),
  mark: Mark,
})
export type ThemePackage = z.infer<typeof ThemePackage>

/** Whose life or business a theme belongs to: the stages of the State's list begin with 个人 or 经营主体. */
export function themeAudience({ lifeStage }: Pick<ThemePackage, 'lifeStage'>): 'person' | 'organisation' {
  return lifeStage.startsWith('个人') ? 'person' : 'organisation'
}
