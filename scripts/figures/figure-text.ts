import type { OutputOf } from '#app'
import type { SimulationMark } from '#kernel/simulation/mark.ts'

export type Figure = Pick<OutputOf<'reporting.get-figure'>['figure'], 'value' | 'numerator' | 'denominator'>

/** A figure as a cell of a table: its id, its value, and what it was divided from. */
export function valueOf(id: string, figure: Figure): string {
  if (figure.value === null) return `\`${id}\` left out (no data)`
  return `\`${id}\` ${figure.value}${figure.denominator === null ? '' : ` (${figure.numerator} ÷ ${figure.denominator})`}`
}

/** How a city was lived: its profile, with what share of the volumes in words, and the command that lives it again. */
export function lifeOf(mark: SimulationMark): { readonly profile: string; readonly volume: string; readonly command: string } {
  const [profile = '', scale] = mark.profile.split(' × ')
  return {
    profile,
    volume: scale === undefined ? 'the **full volumes** that the profile states' : `**${scale} of the volumes** that the profile states, which is not a run at full volume`,
    command: `npm run city -- --profile ${profile} --from ${mark.firstDay} --to ${mark.lastDay}${scale === undefined ? '' : ` --scale ${scale}`} --seed ${mark.seed}`,
  }
}
