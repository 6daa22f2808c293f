/**
 * Whose case the n-th is, of `size` cases opened one after the other. The newest quarter holds all
 * open ones, three of five: 15 % of all. A present worker has 60 open cases and 20 closed ones, a
 * supervisor 25 workers and so 2 000 cases; every other case is closed and stands with workers who
 * have left, 400 each, of whom 20 had one supervisor.
 */
export function caseloadOf(size: number) {
  const recentFrom = size - Math.floor(size / 4)
  const workers = Math.max(1, Math.floor((size - recentFrom) / 100))
  const supervisors = Math.ceil(workers / 25)
  const formerCases = size - workers * 80
  const formerWorkers = Math.max(1, Math.ceil(formerCases / 400))
  const formerSupervisors = Math.ceil(formerWorkers / 20)

  const standing = (n: number): { open: boolean; present: boolean; worker: number } => {
    if (n >= recentFrom) {
      const block = Math.floor((n - recentFrom) / 5)
      const place = (n - recentFrom) % 5
      if (place < 3) return { open: true, present: true, worker: (block * 3 + place) % workers }
      if (place === 3) return { open: false, present: true, worker: block % workers }
    }
    return { open: false, present: false, worker: Math.floor(n / 7) % formerWorkers }
  }
  return {
    workers,
    supervisors,
    formerWorkers,
    formerSupervisors,
    standing,
    supervisorOf: (worker: number) => Math.floor(worker / 25),
    formerSupervisorOf: (worker: number) => Math.floor(worker / 20),
  }
}

export type Caseload = ReturnType<typeof caseloadOf>
