const REGION_ID = 'announcements'

/**
 * Says `message` to screen readers, politely. The region is made on first use and stays; the same message twice is
 * said twice.
 */
export function announce(message: string): void {
  const region = document.getElementById(REGION_ID) ?? createRegion()
  region.textContent = ''
  // A change within one task may go unnoticed: the text is set in the next.
  setTimeout(() => {
    region.textContent = message
  })
}

function createRegion(): HTMLElement {
  const region = document.createElement('div')
  region.id = REGION_ID
  region.className = 'visually-hidden'
  region.setAttribute('role', 'status')
  region.setAttribute('aria-live', 'polite')
  document.body.append(region)
  return region
}
