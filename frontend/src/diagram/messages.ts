/** What the app and the page that draws say to each other. */
export interface DrawRequest {
  kind: 'rechat-draw'
  id: number
  code: string
  dark: boolean
}

export type DrawAnswer =
  | { kind: 'rechat-ready' }
  | { kind: 'rechat-drawn'; id: number; svg: string; width: number; height: number }
  | { kind: 'rechat-refused'; id: number; reason: string }
