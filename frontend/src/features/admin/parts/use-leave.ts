import { type RouteLocationRaw, useRouter } from 'vue-router'

/** Leaves a sheet for the list it lies on: back where one came from there, so that the way back does not grow. */
export function useLeave(): (to: RouteLocationRaw) => void {
  const router = useRouter()
  return (to) => {
    if (router.options.history.state.back === router.resolve(to).fullPath) router.back()
    else void router.replace(to)
  }
}
