import type { IconName } from '../../ui/icon.tsx'

const icons: Record<string, IconName> = {
  call: 'phone',
  office_visit: 'office',
  home_visit: 'home',
  school_visit: 'school',
  court: 'court',
  message: 'message',
  meeting: 'meeting',
}

export function contactIcon(kind: string): IconName {
  return icons[kind] ?? 'message'
}
