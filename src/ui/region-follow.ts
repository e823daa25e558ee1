interface RegionsBelow {
  readonly items: readonly { readonly code: string; readonly name: string }[]
}

/**
 * Opens the next menu of each `RegionPicker` of the page as soon as one is chosen, and takes away those below a changed one. The
 * button of the picker does the same by a round to the server: it is hidden while the line holds.
 */
export function followRegions(): void {
  for (const picker of document.querySelectorAll<HTMLElement>('.regions[data-door]')) {
    offerButton(picker, false)
    picker.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLSelectElement) void openBelow(picker, target)
    })
  }
}

async function openBelow(picker: HTMLElement, menu: HTMLSelectElement): Promise<void> {
  const menus = [...picker.querySelectorAll('select')]
  const place = menus.indexOf(menu)
  for (const below of menus.slice(place + 1)) below.parentElement?.remove()
  const names = (picker.dataset['levels'] ?? '').split('|')
  const label = names[place + 1]
  if (menu.value === '' || label === undefined) return
  const chosen = menu.value
  const regions = await regionsBelow(picker.dataset['door'] ?? '', chosen)
  offerButton(picker, regions === undefined)
  if (regions !== undefined && regions.items.length > 0 && menu.isConnected && menu.value === chosen) menu.parentElement?.after(menuOf(picker, { place: place + 1, label, regions }))
}

/** Undefined when the line broke: then the button is there. */
async function regionsBelow(door: string, parent: string): Promise<RegionsBelow | undefined> {
  try {
    const answer = await fetch(`${door}?parent=${encodeURIComponent(parent)}&limit=100`)
    return answer.ok ? ((await answer.json()) as RegionsBelow) : undefined
  } catch {
    return undefined
  }
}

interface NextMenu {
  readonly place: number
  readonly label: string
  readonly regions: RegionsBelow
}

function menuOf(picker: HTMLElement, { place, label, regions }: NextMenu): HTMLElement {
  const name = picker.dataset['name'] ?? ''
  const [box, title, menu] = [document.createElement('span'), document.createElement('label'), document.createElement('select')]
  title.htmlFor = menu.id = `${name}-${place}`
  title.textContent = label
  menu.className = 'in'
  menu.name = name
  menu.append(new Option(picker.dataset['choose'] ?? '', ''), ...regions.items.map((region) => new Option(region.name, region.code)))
  box.append(title, menu)
  return box
}

function offerButton(picker: HTMLElement, isOffered: boolean): void {
  const button = picker.querySelector('button')
  if (button) button.hidden = !isOffered
}
