import type { FigureValue, Metric } from './metric.ts'
import { percentText } from './value-text.ts'

/** What a figure says, from the number of its rows and how many of them count. Without data it has no text. */
export function figureValue({ shape, decimals }: Pick<Metric, 'shape' | 'decimals'>, { listed, counted }: { readonly listed: number; readonly counted: number }): FigureValue {
  const uncounted = listed - counted
  switch (shape) {
    case 'count':
      return { listed, counted, numerator: counted, denominator: null, valueText: counted === 0 ? null : String(counted) }
    case 'ratio':
      return { listed, counted, numerator: counted, denominator: listed, valueText: listed === 0 ? null : percentText(counted, listed, decimals) }
    case 'growth':
      return { listed, counted, numerator: counted - uncounted, denominator: uncounted, valueText: uncounted === 0 || counted === 0 ? null : percentText(counted - uncounted, uncounted, decimals) }
  }
}
