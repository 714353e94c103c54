/** What one of two articles side by side can do about the other. */
export interface Beside {
  /** Lets the person choose an article to stand beside. */
  readonly choose: () => void
  /** Takes this article away; null where it stands alone. */
  readonly close: (() => void) | null
}
