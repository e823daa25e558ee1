export interface PackedEntry {
  readonly name: string
  /** The content, deflated. */
  readonly packed: Uint8Array
  /** The size that the archive claims for the content, true or not. */
  readonly size: number
}

/** A ZIP archive of entries that are deflated already. Its check sums are zero: whoever gets as far as to compare them has unpacked it. */
export function packedZip(entries: readonly PackedEntry[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, packed, size } of entries) {
    const label = Buffer.from(name)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(size, 18)
    shared.writeUInt16LE(label.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, place, label)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, label, packed])
    locals.push(local)
    offset += local.length
  }
  const names = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(names.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, names, end])
}
