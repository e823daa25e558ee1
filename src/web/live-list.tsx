import { useEffect } from 'react'
import { useRevalidator } from 'react-router'

const askEverySeconds = 30

/** Asks for the list again now and then while it is looked at. Without scripts the list is as old as the page; what is ticked stays ticked. */
export function LiveList() {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void revalidate()
    }, askEverySeconds * 1000)
    return () => clearInterval(timer)
  }, [revalidate])
  return null
}
