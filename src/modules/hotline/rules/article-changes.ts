import { ARTICLE_FIELDS, type ArticleField, type ArticleText } from '../schema.ts'

export interface ArticleChange {
  readonly field: ArticleField
  readonly before: string | null
  readonly after: string | null
}

/** What a version of an article says otherwise than the one before it, in the order of the form; nothing of a first one. */
export function changesOf(version: ArticleText, before: ArticleText | undefined): readonly ArticleChange[] {
  if (before === undefined) return []
  return ARTICLE_FIELDS.flatMap((field) => (version[field] === before[field] ? [] : [{ field, before: before[field], after: version[field] }]))
}
