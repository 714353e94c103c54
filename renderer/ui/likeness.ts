/** How like a place is to where a mark was made, for the person: `72 % alike`. */
export function formatLikeness(score: number): string {
  return `${Math.floor(score * 100)} % alike`
}
