import type { Block, ComposedDocument } from './block.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

/** The words of a document line by line: for search, text messages, screen readers and comparing two issues. */
export function documentText(document: ComposedDocument): string {
  return [document.title, ...document.blocks.flatMap(linesOf), ...(document.foot === undefined ? [] : [document.foot])].join('\n')
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'items':
      return block.items
    case 'table':
      return [block.columns.map((column) => column.heading).join('\t'), ...block.rows.map((row) => row.join('\t'))]
    case 'facts':
    case 'signatures':
      return block.rows.map((row) => row.label + texts.colon + row.value)
    case 'seal':
      return [block.unit, block.date]
    case 'verification':
      return [block.text]
    default:
      return [block.text]
  }
}
