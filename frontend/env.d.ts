/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** Origin of the ReChat API, fixed at build time; empty or absent means "where the page came from". */
  readonly VITE_API_ORIGIN?: string
}
