import { say } from '../text.ts'

/** The list as a file, for spreadsheets of today and for old office programs. */
export function CsvLinks({ href }: { readonly href: string }) {
  return (
    <p className="meta">
      {say('csv')}　<a href={href}>{say('csv.utf8')}</a>　<a href={`${href}&charset=gb18030`}>{say('csv.gb18030')}</a>
    </p>
  )
}
