import styles from './avatar.module.css'

interface AvatarProps {
  /** Full name; its first letters are shown, and it is not read aloud: the name stands beside it. */
  name: string
  isAccent?: boolean
}

/** First letters of a name: one in Persian, where letters join, two in Latin script. */
export function Avatar({ name, isAccent = false }: AvatarProps) {
  return (
    <span
      className={`${styles.avatar} ${isAccent ? styles.accent : ''}`}
      data-letters={initialsOf(name)}
      aria-hidden="true"
    />
  )
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = firstLetter(words[0])
  if (!/\p{Script=Latin}/u.test(first)) return first
  const last = words.length > 1 ? firstLetter(words.at(-1)) : ''
  return (first + last).toUpperCase()
}

function firstLetter(word: string | undefined): string {
  return /\P{M}\p{M}*/u.exec(word ?? '')?.[0] ?? ''
}

interface PersonProps {
  name: string
  role?: string
  isAccent?: boolean
}

/** A member of a team: letters, name, what he or she does here. */
export function PersonLine({ name, role, isAccent = false }: PersonProps) {
  return (
    <span className={styles.person}>
      <Avatar name={name} isAccent={isAccent} />
      <span>
        <bdi>{name}</bdi>
        {role && <span className={styles.role}>{role}</span>}
      </span>
    </span>
  )
}
