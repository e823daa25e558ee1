const staff = 'staff:'

/** The number of the member of staff whom a record names as `kind:id`; undefined for the program and for persons. */
export function staffIdOf(actor: string): string | undefined {
  return actor.startsWith(staff) ? actor.slice(staff.length) : undefined
}
