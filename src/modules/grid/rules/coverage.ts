/** How much of a patrol was walked: the planned cells in which there is at least one point of the track. */
export interface Coverage {
  readonly planned: number
  readonly visited: number
}

export function coverageOf(plannedCells: readonly string[], trackedCells: readonly (string | null)[]): Coverage {
  const seen = new Set(trackedCells)
  return { planned: plannedCells.length, visited: plannedCells.filter((cell) => seen.has(cell)).length }
}
