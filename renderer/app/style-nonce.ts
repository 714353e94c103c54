/** The nonce of this answer, which the component library puts on the style elements it adds. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}
