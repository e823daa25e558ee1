import type { CommandForms } from '../command-forms.ts'
import { say } from '../portal-text.ts'

/** What whoever filed a complaint may do with it. */
export function ownComplaintForms(): CommandForms {
  return { appeal: { operation: 'supervision.appeal-complaint', fields: [{ name: 'reason', label: say('field.reason'), as: 'area' }] } }
}
