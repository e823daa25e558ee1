import type { AnswerKind, Ground } from '../schema.ts'

/** The rows of results in the statistic table of the annual report (国办公开办函〔2021〕30号), in their order. */
export const RESULT_ROWS = [
  'disclosed', 'partlyDisclosed',
  'stateSecret', 'forbiddenByLaw', 'safetyAndStability', 'thirdParty', 'internalAffairs', 'process', 'enforcementFile', 'enquiry',
  'notHeld', 'needsMaking', 'stillUnclear',
  'petition', 'repeated', 'publication', 'excessive', 'reissue',
  'notClarified', 'notPaid', 'other',
] as const
export type ResultRow = (typeof RESULT_ROWS)[number]

/** Of a separable record only its own row counts, whatever was withheld; a matter of another agency is information not held. */
export function resultRowOf(kind: AnswerKind, ground: Ground | undefined): ResultRow {
  switch (kind) {
    case 'alreadyPublic':
    case 'provided':
      return 'disclosed'
    case 'partlyProvided':
      return 'partlyDisclosed'
    case 'otherAgency':
      return 'notHeld'
    case 'repeated':
      return 'repeated'
    case 'specialRules':
      return 'enquiry'
    case 'withheld':
    case 'notAvailable':
    case 'notHandled':
      if (ground === undefined) throw new Error(`${kind} has a ground`)
      return ground
  }
}
