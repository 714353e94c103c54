/** Index of the first of some items that `holds`, which it does from there on; their number when it does for none. Found by halving. */
export function firstIndexWhere<Item>(items: ArrayLike<Item>, holds: (item: Item) => boolean): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    // Between two ends that are within.
    if (holds(items[middle] as Item)) high = middle
    else low = middle + 1
  }
  return low
}
