import { useEventListener } from '@vueuse/core'
import { ref } from 'vue'

/**
 * Files dragged over the page. They never leave it: the browser would open a file that is dropped beside the mark, and
 * the page with everything typed would be gone.
 */
export function useFileDrop(dropped: (files: File[]) => void) {
  const dragging = ref(false)
  /** Entering a child is told before leaving its parent. */
  let depth = 0

  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  const on = (
    name: 'dragenter' | 'dragover' | 'dragleave' | 'drop',
    act: (event: DragEvent) => void,
  ) => {
    useEventListener(document, name, (event) => {
      // A field of a form takes its files itself.
      if (!carriesFiles(event) || event.defaultPrevented) return
      event.preventDefault()
      act(event)
    })
  }

  on('dragenter', () => {
    depth += 1
    dragging.value = true
  })
  on('dragover', ({ dataTransfer }) => {
    if (dataTransfer) dataTransfer.dropEffect = 'copy'
  })
  on('dragleave', () => {
    depth -= 1
    if (depth <= 0) end()
  })
  on('drop', ({ dataTransfer }) => {
    end()
    dropped([...(dataTransfer?.files ?? [])])
  })

  function end(): void {
    depth = 0
    dragging.value = false
  }

  return { dragging }
}
