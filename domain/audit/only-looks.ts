/** Whether what a verb of the trail names only looked; everything else changed something. */
export function onlyLooks(verb: string): boolean {
  return /^(read|list|find|look|search)/.test(verb)
}
