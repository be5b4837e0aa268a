import { shallowRef } from 'vue'
import { type AdminApp, type ConnectionTest, testAdminApp, testConnection } from '@/api/admin-apps'
import { useForm } from '@/components/composables/use-form'
import type { AppDraft } from './app-draft'

/** Tries a connection: what was entered, or what is stored where no key was. */
export function useConnectionTest(
  entered: () => Pick<AppDraft, 'baseUrl' | 'apiKey'>,
  stored: () => AdminApp | null,
) {
  const result = shallowRef<ConnectionTest | null>(null)

  const form = useForm(async () => {
    const { baseUrl, apiKey } = entered()
    const app = stored()
    result.value = null
    result.value =
      app && !apiKey.trim()
        ? await testAdminApp(app.id)
        : await testConnection(baseUrl.trim(), apiKey.trim())
  })

  return { result, form }
}
