/** Parameters that say how a reader came to a page, not which page it is. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref|ref_src|cmpid|ocid|smid|partner|share)$/i

/**
 * The form in which two addresses of one page are the same: without scheme, `www.`, fragment, tracking parameters, the
 * order of the others, `index.html` and a slash at the end. Null for what is no address of the web.
 */
export function canonicalAddress(address: string | null): string | null {
  const url = address === null ? null : URL.parse(address.trim())
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  const host = url.hostname.replace(/^(?:www|m|mobile|amp)\./, '').replace(/\.$/, '')
  const port = url.port === '' ? '' : `:${url.port}`
  const path = url.pathname.replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/i, '/').replace(/\/+$/, '')
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name))
  const query = kept
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&')
  return `${host}${port}${path}${query === '' ? '' : `?${query}`}`.slice(0, 2000)
}
