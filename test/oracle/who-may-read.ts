// Who may see what somebody confided to the office, told from the duties of the roles (C2, C-03, H-11, O-03, 个人信息保护法 art. 6),
// not from what the modules ask: a second opinion.

/** A reading of something unmasked, with what the office knew of reader and matter at that instant. */
export interface Reading {
  readonly act: string
  readonly actor: string
  readonly purpose: string | null
  /** Kind of the matter that it was about; null for a reading about no matter. */
  readonly kind: string | null
  /** Roles that the reader held that day, each for a unit. */
  readonly roles: readonly { readonly role: string; readonly unit: string }[]
  /** The unit that employs the reader. */
  readonly employer: string | null
  /** Units that had had a part in the matter by then. */
  readonly units: readonly string[]
  /** A report in confidence. */
  readonly secret: boolean
  /** The unit that an appeal complains of, and whether the reader had been kept from it. */
  readonly concerned: string | null
  readonly recused: boolean
  /** Whether a reading citizen acts for that subject: by law or by authorisation. */
  readonly actsFor: boolean
  /** Whether the file that was read is the reader's own. */
  readonly ownFile: boolean
  /** The unit to which a mail came that belongs to no matter yet. */
  readonly mailUnit: string | null
}

/** Whose duty needs it: of any unit, or of a unit that had a part in it. */
interface Duty {
  readonly anywhere: readonly string[]
  readonly ofUnit: readonly string[]
}

const nobody: Duty = { anywhere: [], ofUnit: [] }

/** What is personal: the counter that takes it in, and the officers of the units that work on it. */
const personal: Readonly<Record<string, Duty>> = {
  case: { anywhere: ['windowClerk'], ofUnit: ['reviewer', 'approver', 'unitHead'] },
  workOrder: { anywhere: ['hotlineOperator', 'hotlineLead'], ofUnit: ['reviewer', 'approver'] },
  disclosureRequest: { anywhere: [], ofUnit: ['disclosureOfficer', 'disclosureHead'] },
}

/** Files and legal documents of a matter: besides, who oversees or keeps it. */
const files: Readonly<Record<string, Duty>> = {
  case: { anywhere: ['windowClerk', 'hallManager', 'supervisor', 'archivist'], ofUnit: ['reviewer', 'approver', 'unitHead', 'actingHead'] },
  workOrder: { anywhere: ['hotlineOperator', 'hotlineLead', 'supervisor'], ofUnit: ['reviewer', 'approver', 'unitHead'] },
  disclosureRequest: { anywhere: ['supervisor'], ofUnit: ['disclosureOfficer', 'disclosureHead'] },
  gridEvent: { anywhere: ['hotlineOperator', 'hotlineLead', 'supervisor'], ofUnit: ['gridWorker', 'gridCommander', 'reviewer', 'approver'] },
  finding: { anywhere: ['inspector', 'supervisor'], ofUnit: ['unitHead', 'reviewer', 'approver'] },
}

/** Readings about no matter, by their purpose: who takes somebody in, and who tends what is sent. */
const withoutMatter: Readonly<Record<string, Duty>> = {
  acceptance: { anywhere: ['windowClerk', 'disclosureOfficer'], ofUnit: [] },
  'sent-messages': { anywhere: ['administrator'], ofUnit: [] },
}

/** Whether the reader's duties needed this. Whatever nobody has said may be read, may not. */
export function mayRead(reading: Reading): boolean {
  if (reading.actor.startsWith('person:')) return reading.actsFor
  if (!reading.actor.startsWith('staff:')) return false
  if (reading.kind === null && reading.act === 'read-file') return reading.ownFile
  if (reading.kind === null && reading.mailUnit !== null) return reading.roles.some(({ role, unit }) => role === 'disclosureOfficer' && unit === reading.mailUnit)
  if (reading.recused || (reading.concerned !== null && reading.concerned === reading.employer)) return false
  const { anywhere, ofUnit } = dutyOf(reading)
  return reading.roles.some(({ role, unit }) => anywhere.includes(role) || (!reading.secret && ofUnit.includes(role) && reading.units.includes(unit)))
}

function dutyOf({ act, kind, purpose }: Reading): Duty {
  if (kind === null) return withoutMatter[purpose ?? ''] ?? nobody
  return (act === 'read-file' || purpose === 'document' ? files : personal)[kind] ?? nobody
}
