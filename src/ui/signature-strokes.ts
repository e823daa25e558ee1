/** The field that people sign on, in its own units. */
export const SIGNATURE = { width: 600, height: 200 } as const

/** No hand writes more than this; longer paths are refused. */
export const LONGEST_SIGNATURE = 20_000

export interface Point {
  readonly x: number
  readonly y: number
}

/** Strokes as the path of a drawing: `M12 30L14 33` for each. Whole numbers inside the field, so that the text stays short and safe to show. */
export function signaturePath(strokes: readonly (readonly Point[])[]): string {
  return strokes
    .filter((stroke) => stroke.length > 0)
    .map((stroke) => stroke.map(({ x, y }, place) => `${place === 0 ? 'M' : 'L'}${within(x, SIGNATURE.width)} ${within(y, SIGNATURE.height)}`).join(''))
    .join('')
}

/** Whether a text is the path of a signature and nothing else: the server asks before it keeps or shows one. */
export function isSignaturePath(text: string): boolean {
  return text.length <= LONGEST_SIGNATURE && /^(M\d{1,3} \d{1,3}(L\d{1,3} \d{1,3})+)+$/.test(text)
}

function within(value: number, most: number): number {
  return Math.min(most, Math.max(0, Math.round(value)))
}
