import type { readTimeline } from '@peyvand/domain/cases/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type { ReactNode } from 'react'
import { useLocale } from '../../platform/locale.tsx'
import { hasWords, useWords } from '../../platform/words.tsx'
import type { IconName } from '../../ui/icon.tsx'
import { contactIcon } from './contact-icon.ts'

type Event = Pick<AnswerOf<typeof readTimeline>['events'][number], 'kind' | 'facts'>

const icons: Record<string, IconName> = {
  assessment_completed: 'list',
  assessment_amended: 'edit',
  need_found: 'goal',
  strength_found: 'heart',
  plan_proposed: 'file',
  plan_answered: 'pen',
  consent_given: 'check',
  consent_withdrawn: 'undo',
  referral_step: 'send',
  note_signed: 'pen',
  note_amended: 'edit',
  task_done: 'check',
  goal_progress: 'chart',
  review: 'eye',
  closed: 'lock',
  follow_up: 'phone',
  case_opened: 'folder',
  joined_team: 'people',
  document_attached: 'file',
}

interface EventWords {
  icon: IconName
  title: string
  children?: ReactNode
}

/** What happened, as a sentence, and what was said about it. */
export function useEventWords(): (event: Event) => EventWords {
  const t = useWords()
  const { settings } = useLocale()
  return ({ kind, facts }) => {
    const told = facts as Record<string, unknown>
    const text = (name: string) => (typeof told[name] === 'string' ? told[name] : '')
    const wordsOr = (id: string, otherwise: string) => (hasWords(id) ? t(id) : otherwise)
    const title = (values: Record<string, string | number>) =>
      t(`cases.event.${kind}` as 'cases.event.contact', values)
    switch (kind) {
      case 'contact':
        return {
          icon: contactIcon(text('contactKind')),
          title: title({
            kind: wordsOr(`cases.contact.${text('contactKind')}`, text('contactKind')),
            reached: String(told.reached !== false),
          }),
          children: text('purpose') || undefined,
        }
      case 'assessment_completed':
      case 'assessment_amended':
        return {
          icon: icons[kind] ?? 'list',
          title: title({ title: text(settings.language === 'fa' ? 'titleFa' : 'titleEn') }),
        }
      case 'referral_step':
        return {
          icon: 'send',
          title: title({
            service: text('service'),
            to: wordsOr(`cases.referralStep.${text('to')}`, text('to')),
          }),
          children: text('reason') || undefined,
        }
      case 'plan_answered':
        return {
          icon: 'pen',
          title: title({ answer: wordsOr(`cases.planAnswer.${text('answer')}`, text('answer')) }),
          children: text('words') || undefined,
        }
      case 'goal_progress':
        return {
          icon: 'chart',
          title: title({ words: text('words'), level: Number(told.level) }),
          children: text('said') || undefined,
        }
      case 'joined_team':
        return {
          icon: 'people',
          title: title({
            name: text('fullName'),
            role: wordsOr(`cases.role.${text('role')}`, text('role')),
          }),
        }
      default:
        return {
          icon: icons[kind] ?? 'info',
          title: title(
            Object.fromEntries(
              Object.entries(told).flatMap(([name, value]) =>
                typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [],
              ),
            ),
          ),
          children: text('clientSays') || text('howNow') || undefined,
        }
    }
  }
}
