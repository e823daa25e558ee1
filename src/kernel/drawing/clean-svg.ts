/**
 * An SVG of a drawing library as it may stand in our pages: style attributes become presentation attributes (the policy of our
 * pages allows no inline style), style sheets, hover classes and notes of the library go, and ids get a prefix of their own
 * so that two drawings on one page do not share clip paths. The font is that of the page.
 */
export function cleanSvg(svg: string, prefix: string): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<rect [^>]*fill="none"><\/rect>\n?/, '')
    .replace(/ (?:class|ecmeta_\w+|pointer-events|xmlns:xlink|baseProfile|version)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, styles: string) => presentation(styles))
    .replace(/( id="|url\(#)zr\d+-/g, `$1${prefix}-`)
    .replaceAll('\n', '')
}

const kept: ReadonlySet<string> = new Set(['font-size', 'font-weight', 'text-anchor', 'dominant-baseline'])

function presentation(styles: string): string {
  return styles
    .split(';')
    .map((style) => style.split(':').map((part) => part.trim()))
    .flatMap(([name = '', value = '']) => (kept.has(name) ? [` ${name}="${value}"`] : []))
    .join('')
}
