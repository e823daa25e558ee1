/** A place as it is typed or filled in: longitude, then latitude, with a comma or a space between. */
export function placeIn(text: string): { readonly longitude: string; readonly latitude: string } {
  const [longitude = '', latitude = ''] = text.trim().split(/[,，\s]+/)
  return { longitude, latitude }
}

export function placeText({ longitude, latitude }: { readonly longitude: number; readonly latitude: number }): string {
  return `${longitude.toFixed(6)}, ${latitude.toFixed(6)}`
}
