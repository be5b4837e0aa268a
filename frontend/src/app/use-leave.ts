import { useRouter } from 'vue-router'
import { useSession } from '@/features/auth/stores/use-session'

/** Goes where somebody without a session belongs, once the server has ended it. */
export function useLeave(): () => Promise<void> {
  const router = useRouter()
  const session = useSession()
  return async () => {
    session.leave()
    await router.replace({ name: 'sign-in' })
  }
}
