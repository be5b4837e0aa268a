import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

/** The roles as they are offered. */
export function useRoleOptions() {
  const { t } = useI18n()
  return computed(() =>
    (['pending', 'user', 'admin'] as const).map((value) => ({
      value,
      label: t(`people.role.${value}`),
    })),
  )
}
