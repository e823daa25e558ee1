import { createRequire } from 'node:module'

/** Dots for each unit of a drawing: sharp on paper at the width of a column. */
const scale = 3

/**
 * A drawing on paper ground as a PNG picture, for files that hold no SVG. Text is set in the font of our documents, so that the
 * picture is the same on every machine. The renderer is loaded with the first picture.
 */
export async function pictureOf(svg: string): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js')
  const { resolve } = createRequire(import.meta.url)
  const fontFile = resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')
  const image = new Resvg(svg, { fitTo: { mode: 'zoom', value: scale }, background: '#ffffff', font: { loadSystemFonts: false, fontFiles: [fontFile], defaultFontFamily: 'Noto Serif SC' } })
  return image.render().asPng()
}
