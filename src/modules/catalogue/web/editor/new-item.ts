import type { OfficeItem } from './editor-found.ts'

type Item = OfficeItem['item']

/** A copy of an item under a name and a code of its own. The body and its level stay, and the codes that begin with the item's follow it. */
export function newItemLike(item: Item, { name, basicCode }: { readonly name: string; readonly basicCode: string }): Omit<Item, 'version' | 'state' | 'effectiveFrom' | 'effectiveTo'> {
  const { version: _version, state: _state, effectiveFrom: _from, effectiveTo: _to, ...copy } = item
  const implementCode = `${item.implementCode.slice(0, 19)}${basicCode}`
  return {
    ...copy,
    name,
    plainName: name,
    basicCode,
    implementCode,
    itemKey: `${item.department}-${basicCode}`,
    handlingItems: item.handlingItems.map((one) => ({ ...one, code: one.code.replace(item.implementCode, implementCode) })),
    themes: [],
  }
}
