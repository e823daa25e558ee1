import { ItemDraft } from '../save-draft-of.ts'
import shipped from '../../../../data/catalogue/items/guojia-anquan.json' with { type: 'json' }

/** A whole record as an editor sends it: the shortest of those that ship. */
export const exampleDraft: ItemDraft = ItemDraft.strip().parse(shipped[0])
