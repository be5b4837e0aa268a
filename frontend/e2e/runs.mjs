/** Records are written a moment after the answer. @param {import('./person.mjs').Person} admin @param {string} user */
export async function recordedRuns(admin, user) {
  const deadline = Date.now() + 15_000
  for (;;) {
    const { data } = await admin.api('GET', `/admin/runs?user_id=${user}`)
    const ended = data.filter((/** @type {{ finished_at?: string }} */ run) => run.finished_at)
    if (ended.length > 0 || Date.now() > deadline) return ended
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
