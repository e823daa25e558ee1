import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Chart, Ground } from './chart-shape.ts'
import { cleanSvg } from './clean-svg.ts'

use([LineChart, BarChart, GridComponent, SVGRenderer])

const inks = {
  page: { first: 'var(--accent)', second: 'var(--text)', text: 'var(--text-2)', line: 'var(--line)', axis: 'var(--line-2)' },
  paper: { first: '#0a5c5c', second: '#1b1b1f', text: '#3a3a40', line: '#d8d8dc', axis: '#8a8a92' },
} as const

/** The drawing of a chart by ECharts, without what our pages do not allow. */
export function drawWithEcharts(chart: Chart, ground: Ground): string {
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width: chart.width, height: chart.height })
  try {
    drawing.setOption(optionsOf(chart, ground))
    return cleanSvg(drawing.renderToSVGString(), chart.name)
  } finally {
    drawing.dispose()
  }
}

function optionsOf({ kind, labels, series }: Chart, ground: Ground): EChartsCoreOption {
  const ink = inks[ground]
  const label = { color: ink.text, fontSize: 13 }
  return {
    animation: false,
    grid: { left: 4, right: 12, top: 12, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { type: 'category', data: [...labels], axisLabel: { ...label, hideOverlap: true }, axisTick: { show: false }, axisLine: { lineStyle: { color: ink.axis } }, boundaryGap: kind === 'columns' },
    yAxis: { type: 'value', minInterval: 1, splitNumber: 3, axisLabel: label, splitLine: { lineStyle: { color: ink.line } } },
    series: series.map(({ look, values }) =>
      kind === 'lines'
        ? { type: 'line', data: [...values], showSymbol: labels.length === 1, symbolSize: 6, lineStyle: { color: ink[look], width: look === 'first' ? 2.4 : 1.8, type: look === 'first' ? 'solid' : [5, 3] }, itemStyle: { color: ink[look] } }
        : { type: 'bar', data: [...values], barMaxWidth: 28, itemStyle: { color: ink[look] } },
    ),
  }
}
