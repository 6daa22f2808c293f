import type { SpineState } from '@peyvand/domain/cases/spine.ts'
import { useWords } from '../../platform/words.tsx'
import type { ShapeName, ToneName } from '../../ui/level.tsx'
import { Spine } from '../../ui/spine.tsx'
import { useDueWords } from '../monitoring/due-words.ts'
import type { CaseFile } from './case-frame.tsx'
import type { CasePage } from './case-tabs.tsx'

const looks: Record<SpineState, { shape: ShapeName; tone: ToneName }> = {
  late: { shape: 'urgent', tone: 'urgent' },
  due: { shape: 'watch', tone: 'watch' },
  under_way: { shape: 'underway', tone: 'accent' },
  done: { shape: 'done', tone: 'normal' },
  ahead: { shape: 'ahead', tone: 'plain' },
}

interface CaseSpineProps {
  file: CaseFile
  current: CasePage
  slim: boolean
}

/** The five elements of this case as one line; each leads to its page. */
export function CaseSpine({ file, current, slim }: CaseSpineProps) {
  const t = useWords()
  const dueWords = useDueWords()
  return (
    <Spine
      label={t('cases.spine')}
      slim={slim}
      nodes={file.spine.map(({ element, state, level, because }) => {
        const item = file.next.find(({ rule, element: of }) => rule === because && of === element)
        const look =
          level === 'crisis' && state !== 'done'
            ? ({ shape: 'crisis', tone: 'crisis' } as const)
            : looks[state]
        return {
          element,
          title: t(`cases.element.${element}`),
          href: `/cases/${file.id}/${element}`,
          ...look,
          word: t(`cases.state.${state}`),
          detail: item
            ? dueWords(item).title
            : t(`cases.element.${element}.${state === 'ahead' ? 'ahead' : 'calm'}`),
          isCurrent: element === current,
        }
      })}
    />
  )
}
