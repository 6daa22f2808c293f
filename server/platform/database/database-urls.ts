/** The three ways in: the owner migrates, backs up and restores; the server has the other two. */
export type DatabaseUrls = { ownerUrl: string; webUrl: string; workerUrl: string }
