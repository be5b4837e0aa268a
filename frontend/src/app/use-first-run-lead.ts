import { watch } from 'vue'
import { useRouter } from 'vue-router'
import { useSession } from '@/features/auth/stores/use-session'
import { useApps } from '@/features/chat/stores/use-apps'
import { remembered } from '@/remembered'

/** Leads an administrator who finds nothing to chat with to the first run, until they have put it off. */
export function useFirstRunLead(): void {
  const router = useRouter()
  const session = useSession()
  const apps = useApps()

  watch(
    () => session.isAdmin && apps.state.phase === 'ready' && apps.apps.length === 0,
    (empty) => {
      // The same key as features/admin/first-run, which is not loaded for those who chat.
      if (empty && !remembered('rechat.first-run')) {
        void router.replace({ name: 'admin-welcome' })
      }
    },
    { immediate: true },
  )
}
