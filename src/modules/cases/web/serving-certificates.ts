import type { OutputOf } from '#app'

type Material = Pick<OutputOf<'catalogue.get-guide'>['materials'][number]['material'], 'name' | 'exempt'>

/** Whether the item names the type of certificate that serves. */
export function namesType({ exempt }: Pick<Material, 'exempt'>): boolean {
  return exempt?.by === 'CERTIFICATE_TYPE'
}

/** Which certificates may be offered for a material: those of the type that it names; where it names none, those called alike. */
export function servingCertificates<T extends { readonly typeKey: string; readonly typeName: string }>({ name, exempt }: Material, certificates: readonly T[]): readonly T[] {
  if (exempt?.by === 'CERTIFICATE_TYPE') return certificates.filter(({ typeKey }) => typeKey === exempt.certificateType)
  return certificates.filter(({ typeName }) => name.includes(typeName) || typeName.includes(name))
}
