import { pictureOf } from '#kernel/drawing/picture.ts'

// What an applicant hands in for 经营场所布局和操作流程图, drawn here so that no picture of a real place is needed. One metre is 26 units.

const tables = [[31, 34], [83, 34], [135, 34], [31, 88], [83, 88], [135, 88], [122, 148]] as const
const benches = [[172, 5, 62, 12], [244, 5, 32, 12], [297, 69, 11, 50], [187, 76, 65, 10], [174, 166, 60, 11], [297, 130, 11, 46]] as const
const rooms = [[57, 64, '就餐区'], [203, 33, '食品仓库'], [259, 33, '粗加工'], [200, 103, '烹饪和备餐'], [203, 150, '餐具洗消'], [270, 150, '更衣、洗手']] as const
/** From, to, below or beside which the length stands. */
const measures = [[0, -24, 166, -24, '6400'], [166, -24, 239, -24, '2800'], [239, -24, 312, -24, '2800'], [-22, 0, -22, 182, '7000'], [0, 204, 312, 204, '12000']] as const

const table = ([x, y]: (typeof tables)[number]): string => `<circle cx="${x}" cy="${y}" r="11"/>${[[16, 0], [-16, 0], [0, 16], [0, -16]].map(([dx = 0, dy = 0]) => `<circle cx="${x + dx}" cy="${y + dy}" r="4" class="pale"/>`).join('')}`
const measure = ([x1, y1, x2, y2, length]: (typeof measures)[number]): string =>
  `<path d="M${x1} ${y1}L${x2} ${y2}M${x1 - 3} ${y1 + 3}l6 -6M${x2 - 3} ${y2 + 3}l6 -6"/><text x="${(x1 + x2) / 2 - (x1 === x2 ? 13 : 0)}" y="${(y1 + y2) / 2 - (x1 === x2 ? -3 : 4)}">${length}</text>`

const plan = `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="300" viewBox="-62 -50 420 300">
<style>* { fill: none; stroke: #222; stroke-width: 0.7 } text { fill: #222; stroke: none; font-size: 9px; text-anchor: middle } .pale { stroke: #888 } .outer { stroke-width: 4 } .inner { stroke-width: 2.2 } .way { stroke-width: 1.1; stroke-dasharray: 6 3.5 } .tip { stroke-width: 1.1 }</style>
<path d="M-55 -43H351V243H-55zM-52 -40H348V240H-52z"/>
<path class="outer" d="M284 0H0V182H47M88 182H312V0H304"/>
<path class="inner" d="M166 0V107M166 133V182M166 62H190M213 62H263M286 62H312M239 0V62M166 125H250M273 125H312M239 125V182"/>
<path class="pale" d="M88 182A41 41 0 0 0 47 141V182M213 62A23 23 0 0 0 190 39V62M286 62A23 23 0 0 0 263 39V62M273 125A23 23 0 0 0 250 102V125"/>
${benches.map(([x, y, width, height]) => `<rect class="pale" x="${x}" y="${y}" width="${width}" height="${height}"/>`).join('')}
${tables.map(table).join('')}
<path class="way" d="M294 -20V40L276 54V84L238 110L168 119H124"/><path class="tip" d="M131 115L124 119L131 123"/>
${rooms.map(([x, y, name]) => `<text x="${x}" y="${y}">${name}</text>`).join('')}
${measures.map(measure).join('')}
<text x="148" y="228">经营场所布局和操作流程图　虚线为食品流向　单位：毫米</text>
</svg>`

/** The floor plan of a small restaurant as a PNG. */
export async function drawnPlan(): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await pictureOf(plan))
}
