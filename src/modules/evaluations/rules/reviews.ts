/** E-10: the item types whose services are evaluated; 99 is what a local type is exchanged as. */
export const coveredItemTypes: readonly string[] = ['01', '05', '07', '08', '09', '10', '20', '99']

/** E-10 */
export function isCovered(itemType: string): boolean {
  return coveredItemTypes.includes(itemType)
}

/** E-01: 不满意 and 非常不满意 are bad reviews (差评). */
export function isBad(grade: number): boolean {
  return grade <= 2
}
