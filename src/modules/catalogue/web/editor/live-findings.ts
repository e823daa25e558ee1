// The one script of the editor's pages: the rules look on while it is typed. The form is posted as it stands with the wish to check
// it, which saves nothing, and the findings of the answer take the place of those that are shown.

/** So long nothing is typed before the rules are asked. */
const pauseMs = 800

function watch(form: HTMLFormElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => void check(form, () => asked, (asked += 1)), pauseMs)
  })
}

/** An answer that a later question has overtaken is left out. */
async function check(form: HTMLFormElement, newest: () => number, own: number): Promise<void> {
  const typed = new FormData(form)
  typed.set('intent', 'check')
  try {
    const answer = await fetch(form.action, { method: 'POST', body: typed, headers: { accept: 'text/html' } })
    if (!answer.ok || answer.redirected || newest() !== own) return
    const findings = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('findings')
    if (findings !== null && newest() === own) document.getElementById('findings')?.replaceChildren(...document.importNode(findings, true).childNodes)
  } catch {
    // The line is broken; the next key asks again.
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form.edit-form')) watch(form)
