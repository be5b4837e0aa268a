import type { Task, TaskRun } from '@/api/admin-maintenance'

export type TaskState = 'never' | 'running' | 'failed' | 'fine' | 'late'

const LENGTH_MS = { minute: 60_000, hour: 3_600_000 } as const
/** So many of its turns it may miss before somebody should look. */
const PATIENCE = 5

const lengthOf = ({ every }: Pick<Task, 'every'>) => LENGTH_MS[every === 'hour' ? 'hour' : 'minute']

/** How a task fares. One that has begun long ago and not ended was killed, and is late. */
export function stateOf(task: Pick<Task, 'every' | 'runs'>, now: number): TaskState {
  const [last] = task.runs
  if (!last) return 'never'
  const late = now - Date.parse(last.started_at) > PATIENCE * lengthOf(task) + LENGTH_MS.hour
  if (last.problem) return 'failed'
  if (late) return 'late'
  return last.finished_at ? 'fine' : 'running'
}

/** When it is worth while again. */
export function nextRun(task: Pick<Task, 'every' | 'runs'>): string | null {
  const [last] = task.runs
  return last ? new Date(Date.parse(last.started_at) + lengthOf(task)).toISOString() : null
}

export function secondsOf({ started_at, finished_at }: TaskRun): number | null {
  return finished_at ? (Date.parse(finished_at) - Date.parse(started_at)) / 1000 : null
}
