import frame from '../../../data/grid/frame.json' with { type: 'json' }
import type { LatticePoint } from './rules/partition.ts'

/** A place on the earth in degrees, WGS 84. */
export interface GeoPoint {
  readonly longitude: number
  readonly latitude: number
}

/** Where a place is on the lattice: the north-west corner of the frame is 0,0, x goes east, y south. */
export function latticeOf({ longitude, latitude }: GeoPoint): LatticePoint {
  return [Math.round((longitude - frame.west) / frame.degreesEast), Math.round((frame.north - latitude) / frame.degreesSouth)]
}

/** The place of a lattice point, to the seventh decimal (a centimetre). */
export function geoOf([x, y]: LatticePoint): GeoPoint {
  return { longitude: rounded(frame.west + x * frame.degreesEast), latitude: rounded(frame.north - y * frame.degreesSouth) }
}

/** Metres between two places, on a plane: good for the size of a district. */
export function metresBetween(one: GeoPoint, other: GeoPoint): number {
  const metresPerDegree = 111_320
  const south = (one.latitude - other.latitude) * metresPerDegree
  const east = (one.longitude - other.longitude) * metresPerDegree * Math.cos((one.latitude * Math.PI) / 180)
  return Math.hypot(south, east)
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7
}
