/** Something that a field offers to be chosen. */
export interface Choice {
  id: string
  name: string
  /** What tells namesakes apart. */
  note?: string
}
