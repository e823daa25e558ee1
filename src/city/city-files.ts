import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../data')

/** A JSON file below `data/`. The operation that takes it checks every record. */
export function readCityFile<T>(path: string): T {
  return JSON.parse(readFileSync(join(folder, path), 'utf8')) as T
}

/** A file below `data/` as it stands there, for operations that take files. */
export function readCityBytes(path: string): Uint8Array {
  return readFileSync(join(folder, path))
}
