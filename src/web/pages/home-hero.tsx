import { Button } from '#ui/button.tsx'
import { Door } from '#ui/door.tsx'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/inputs.tsx'
import type { LinkTo } from '#ui/link-to.ts'
import { homeText } from './home-text.ts'

interface HomeHeroProps {
  readonly often: readonly LinkTo[]
  readonly elder: boolean
  readonly servicePhone: string
}

/** The question and the door: two GET forms, nothing more. */
export function HomeHero({ often, elder, servicePhone }: HomeHeroProps) {
  return (
    <div className="hero">
      <div className="wrap">
        <div className="hero-ask">
          <h1 id="ask">{homeText(elder ? 'ask.elder' : 'ask')}</h1>
          <form className="search" role="search" action="/services" method="get">
            <input type="search" name="q" aria-labelledby="ask" aria-describedby="ask-hint" autoComplete="off" enterKeyHint="search" />
            <Button>{homeText('search')}</Button>
          </form>
          <p className="hint" id="ask-hint">
            {elder ? homeText('search.hint.elder', { phone: servicePhone }) : homeText('search.hint')}
          </p>
          {often.length > 0 && !elder ? (
            <ul className="often" aria-label={homeText('often')}>
              {often.map((link) => (
                <li key={link.href}>
                  <a href={link.href}>{link.text}</a>
                </li>
              ))}
            </ul>
          ) : null}
        </div>
        <ProgressDoor elder={elder} />
      </div>
    </div>
  )
}

function ProgressDoor({ elder }: { readonly elder: boolean }) {
  return (
    <Door
      id="door"
      title={homeText(elder ? 'door.elder.title' : 'door.title')}
      {...(elder ? {} : { lead: { href: '/matters', text: homeText('door.mine') } })}
    >
      <form action="/progress" method="get">
        <Field id="no" label={homeText('door.number')} hint={homeText('door.number.hint')}>
          {(ids) => <TextInput {...ids} name="no" autoComplete="off" />}
        </Field>
        <Field id="code" label={homeText('door.code')}>
          {(ids) => <TextInput {...ids} name="code" autoComplete="off" maxLength={6} width={8} />}
        </Field>
        <Button wide>{homeText('door.submit')}</Button>
      </form>
    </Door>
  )
}
