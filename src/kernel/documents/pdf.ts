import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Services } from '#kernel/contract/services.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import type { ComposedDocument } from './block.ts'
import { composeDocument } from './compose.ts'
import { documentErrors } from './errors.ts'
import { qrSvg } from './qr.ts'
import type { DocumentData, DocumentTemplate } from './template.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

const fontFiles = ['400Regular/NotoSerifSC_400Regular.ttf', '700Bold/NotoSerifSC_700Bold.ttf'] as const
const keptGenerations = 10

/**
 * How a PDF is drawn. A specimen (样张) says so at the top and shows only the place of the seal; a document of a simulated city
 * says so on every page.
 */
export interface PdfOptions {
  readonly specimen?: boolean
  readonly simulated?: boolean
}

/** How the documents of this office are drawn. */
export function pdfOptionsOf({ config, simulated }: Pick<Services, 'config' | 'simulated'>): PdfOptions {
  return { specimen: config.demo, simulated }
}

/** What stands at the top of every page of a simulated city. */
export const simulatedLine = texts.simulated

/**
 * Composes a document and draws it as PDF/A-2a (ISO 19005-2: archivable, tagged for screen readers, fonts embedded).
 * The same template, data and options give the same bytes: the file is dated by the day of issue. Refuses as
 * `composeDocument` does, and `documents.glyph-missing` if a character cannot be drawn.
 */
export async function renderPdf(template: DocumentTemplate, data: DocumentData, options: PdfOptions = {}): Promise<Uint8Array> {
  return drawPdf(composeDocument(template, data), options)
}

/** Draws an already composed document; see `renderPdf`. */
export async function drawPdf(document: ComposedDocument, options: PdfOptions = {}): Promise<Uint8Array> {
  const typst = await compiler()
  const address = document.blocks.find((block) => block.kind === 'verification')?.address
  const result = typst.compile({
    mainFileContent: source(),
    inputs: {
      document: JSON.stringify(document),
      labels: JSON.stringify(texts),
      qr: address === undefined ? '' : qrSvg(address, texts.verificationImage),
      specimen: String(options.specimen ?? false),
      ...(options.simulated && { simulated: 'true' }),
    },
  })
  if (!result.result) throw new Error('Typst could not set the document', { cause: result.takeError()?.shortDiagnostics })
  const creationTimestamp = Date.parse(`${document.issuedOn}T00:00:00Z`) / 1000
  try {
    return typst.pdf(result.result, { pdfStandard: 'a-2a', creationTimestamp })
  } catch (fault) {
    throw undrawable(fault) ?? fault
  } finally {
    typst.evictCache(keptGenerations)
  }
}

/** PDF/A forbids empty boxes in place of characters, so Typst names each that the font lacks; only its message says which. */
function undrawable(fault: unknown): Refusal | undefined {
  const characters = [...String(fault).matchAll(/the text `\\"(.+?)\\"` could not be displayed/gu)].map((match) => match[1])
  return characters.length === 0 ? undefined : new Refusal(documentErrors.glyphMissing, { characters: [...new Set(characters)] })
}

let ready: Promise<NodeCompiler> | undefined

/** One compiler per process, made on first use: the fonts are 30 MB, and the native library is loaded only by who draws. */
function compiler(): Promise<NodeCompiler> {
  ready ??= import('@myriaddreamin/typst-ts-node-compiler').then(({ NodeCompiler }) => {
    const { resolve } = createRequire(import.meta.url)
    const fontBlobs = fontFiles.map((file) => readFileSync(resolve(`@expo-google-fonts/noto-serif-sc/${file}`)))
    return NodeCompiler.create({ workspace: tmpdir(), fontArgs: [{ fontBlobs }] })
  })
  return ready
}

let typstSource: string | undefined

function source(): string {
  typstSource ??= readFileSync(new URL('./typst/document.typ', import.meta.url), 'utf8')
  return typstSource
}
