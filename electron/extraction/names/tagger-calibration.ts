/**
 * How often a name is right that the tagger gives `likely`: the line through `points`, pairs of likelihood and rate
 * by likelihood. Without points the likelihood itself.
 */
export function calibrate(points: Float32Array, likely: number): number {
  if (points.length < 2) return Math.min(1, Math.max(0, likely))
  let [x0, y0] = [0, points[1] as number]
  for (let at = 0; at < points.length; at += 2) {
    const [x, y] = [points[at] as number, points[at + 1] as number]
    if (likely <= x) return x === x0 ? y : y0 + ((y - y0) * (likely - x0)) / (x - x0)
    x0 = x
    y0 = y
  }
  return y0
}
