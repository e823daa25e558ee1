import { IndexList, Rows } from '#ui/index-list.tsx'
import { Section } from '#ui/section.tsx'
import { elderEntries } from './home-index.ts'
import { homeText } from './home-text.ts'

/** 关怀版: six things, and three ways to get help. */
export function ElderSections({ servicePhone }: { readonly servicePhone: string }) {
  return (
    <>
      <Section id="do" title={homeText('do.elder')}>
        <IndexList items={elderEntries.map((entry) => ({ href: entry.href, title: homeText(entry.title) }))} />
      </Section>
      <Section id="help" title={homeText('help.elder')}>
        <Rows
          columns={2}
          items={[
            { href: `tel:${servicePhone}`, title: homeText('help.phone', { phone: servicePhone }), lines: [homeText('help.phone.hint.elder')] },
            { href: '/me#acts-for', title: homeText('help.family'), lines: [homeText('help.family.hint.elder')] },
            { title: homeText('help.hall'), lines: [homeText('help.hall.hint')] },
          ]}
        />
      </Section>
    </>
  )
}
