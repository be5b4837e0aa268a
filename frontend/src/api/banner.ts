import { request } from './http'

/** What the house has to say to everybody who signed in. */
export interface Banner {
  text: string
  level: 'info' | 'warning' | 'error'
}

/** Null while there is nothing to say. */
export async function readBanner(): Promise<Banner | null> {
  return (await request<Banner | undefined>('GET', '/banner')) ?? null
}
