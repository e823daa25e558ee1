import { type FormEvent, useRef } from 'react'
import { useFetcher } from 'react-router'
import { type Finding, sectionPath } from './editor-found.ts'
import type { SectionFound } from './section-found.ts'

/** So long nothing is typed before the rules are asked. */
const pauseMs = 800

/** With the page's scripts: what the rules would say of what is being typed, a moment after the last key. */
export function useLiveFindings({ office, section, at, isNew }: SectionFound): { readonly check: (event: FormEvent<HTMLFormElement>) => void; readonly checked: readonly Finding[] | undefined } {
  const fetcher = useFetcher<{ readonly checked?: { readonly findings: readonly Finding[] } | undefined }>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const check = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const typed = new FormData(currentTarget)
      typed.set('intent', 'check')
      void fetcher.submit(typed, { method: 'post', action: sectionPath(office.item.implementCode, section, isNew ? [...at.slice(0, -1), 'new'] : at) })
    }, pauseMs)
  }
  return { check, checked: fetcher.data?.checked?.findings }
}
