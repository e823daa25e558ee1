import type { Chart, Ground } from './chart-shape.ts'

/**
 * Draws a chart as SVG on the server. It holds no words but its labels: title and values stand in the page, as text and as a table.
 * The drawing library is loaded with the first drawing: it is large, and most processes draw nothing.
 */
export async function drawChart(chart: Chart, ground: Ground = 'page'): Promise<string> {
  const { drawWithEcharts } = await import('./echarts.ts')
  return drawWithEcharts(chart, ground)
}
