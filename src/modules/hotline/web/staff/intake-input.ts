/** The field of the scan of a letter; its id is that of the problem which the operation tells of it. */
export const scanField = 'letter-fileIds'

/** The input of `register-order` from what was typed and ticked; the days and the scan of a letter go together, and a hotline above with the number there. */
export function intakeOf(typed: Readonly<Record<string, string>>, scanId: string | undefined): Record<string, unknown> {
  const { 'letter-writtenOn': writtenOn, 'letter-arrivedOn': arrivedOn, 'upper-source': source, 'upper-number': number, secret, emergency, ...rest } = typed
  const letter = { ...(writtenOn && { writtenOn }), ...(arrivedOn && { arrivedOn }), ...(scanId && { fileIds: [scanId] }) }
  return { ...rest, secret: secret === 'yes', emergency: emergency === 'yes', ...(Object.keys(letter).length > 0 && { letter }), ...((source ?? number) !== undefined && { upper: { source, number } }) }
}
