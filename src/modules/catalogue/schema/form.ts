import { z } from 'zod'
import { Condition, Key } from './scenario.ts'

/** Facts that the office already holds about the applicant and may fill in for him. */
export const PREFILL_SOURCES = [
  'subject.name',
  'subject.identityNumber',
  'subject.phone',
  'subject.address',
  'organisation.name',
  'organisation.creditCode',
  'organisation.legalRepresentative',
  'organisation.address',
  'organisation.registeredCapital',
  'agent.name',
  'agent.phone',
  'project.code',
  'project.name',
] as const

export const FormField = z.strictObject({
  key: Key,
  label: z.string().min(1).max(100),
  type: z.enum([
    'text',
    'textarea',
    'number',
    'integer',
    'money',
    'date',
    'select',
    'multiselect',
    'yesno',
    'address',
    'area',
    'phone',
    'identityNumber',
    'creditCode',
    'personName',
  ]),
  required: z.boolean(),
  maxLength: z.int().min(1).max(4000).nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  /** Shown after the field: 平方米, 万元, 人. */
  unit: z.string().max(20).nullable(),
  options: z.array(z.strictObject({ key: Key, label: z.string().min(1).max(100) })).readonly(),
  hint: z.string().max(300).nullable(),
  prefill: z.enum(PREFILL_SOURCES).nullable(),
  showWhen: Condition,
})
export type FormField = z.infer<typeof FormField>

/** The application form of an item in sections, shown and checked from the record alone. */
export const ApplicationForm = z.strictObject({
  sections: z
    .array(z.strictObject({ key: Key, title: z.string().min(1).max(60), fields: z.array(FormField).min(1).readonly() }))
    .min(1)
    .readonly(),
})
export type ApplicationForm = z.infer<typeof ApplicationForm>
