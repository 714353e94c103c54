/** A run of letters as it stands on a page. Lengths in points; `y` grows upwards, as PDF has it. */
export interface PageRun {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}
