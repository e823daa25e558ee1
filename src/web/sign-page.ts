import { followSignatures } from '#ui/sign.ts'

// The one script of a page on which somebody signs.
followSignatures()
