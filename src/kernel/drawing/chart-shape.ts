/** One row of numbers over the same labels; the lines of a chart are told apart by dash and by their words beside it, never by colour alone. */
export interface ChartSeries {
  readonly look: 'first' | 'second'
  readonly values: readonly number[]
}

export interface Chart {
  /** Stands before ids in the drawing; different for every drawing on one page. */
  readonly name: string
  readonly kind: 'lines' | 'columns'
  readonly labels: readonly string[]
  readonly series: readonly ChartSeries[]
  /** In units of the drawing; text is 13 of them. */
  readonly width: number
  readonly height: number
}

/** Where a drawing will stand: on a page it takes the colours of the reader's theme, on paper it is ink. */
export type Ground = 'page' | 'paper'
