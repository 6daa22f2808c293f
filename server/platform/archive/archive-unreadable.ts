/** Why an archive cannot be read, in one sentence for whoever tries. */
export class ArchiveUnreadable extends Error {}
