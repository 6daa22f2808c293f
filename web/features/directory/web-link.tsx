import { Link } from '../../ui/link.tsx'

/** An address of the web as a link, where it is one; anything else stays a text. */
export function WebLink({ address }: { address: string }) {
  if (address === '') return null
  if (!/^https?:\/\/\S+$/i.test(address)) return <bdi>{address}</bdi>
  return (
    <Link href={address} target="_blank" rel="noreferrer noopener">
      <bdi>{address.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')}</bdi>
    </Link>
  )
}
