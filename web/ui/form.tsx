import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { Form as AriaForm } from 'react-aria-components/Form'
import { Malformed } from '../platform/api-problem.ts'
import { useMalformedWords, useProblemWords } from '../platform/use-problem-words.ts'
import { useWords } from '../platform/words.tsx'
import field from './field.module.css'
import styles from './form.module.css'
import { Icon } from './icon.tsx'

interface FormProps {
  /** Called when every needed field is filled; sending is the caller's. */
  onSubmit: () => void
  /** The error of the command, if it failed: its paths go to the fields of the same name. */
  problem?: unknown
  children: ReactNode
  label?: string
}

/** Fields that are sent together. Empty needed fields are named at once, the first gets the focus. */
export function Form({ onSubmit, problem, children, label }: FormProps) {
  const malformedWords = useMalformedWords()
  const errors =
    problem instanceof Malformed
      ? Object.fromEntries(problem.paths.map((wrong) => [wrong.path, malformedWords(wrong)]))
      : {}
  return (
    <AriaForm
      className={styles.form ?? ''}
      aria-label={label}
      validationErrors={errors}
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        onSubmit()
      }}
    >
      {problem !== undefined && problem !== null && <FormErrors problem={problem} />}
      {children}
    </AriaForm>
  )
}

/** What the server said about the form, focused when it arrives, leading to each field. */
export function FormErrors({ problem }: { problem: unknown }) {
  const t = useWords()
  const problemWords = useProblemWords()
  const malformedWords = useMalformedWords()
  const ref = useRef<HTMLDivElement>(null)
  const [labels, setLabels] = useState<Record<string, string>>({})
  useEffect(() => {
    ref.current?.focus()
    if (!(problem instanceof Malformed)) return
    setLabels(
      Object.fromEntries(
        problem.paths.map(({ path }) => [path, labelOf(ref.current, path) ?? path]),
      ),
    )
  }, [problem])
  const { sentence, requestId } = problemWords(problem)
  return (
    <div className={styles.errors} role="alert" tabIndex={-1} ref={ref}>
      <Icon name="warning" />
      <div>
        <p>
          <b>{sentence}</b>
        </p>
        {requestId && <p className={styles.requestId}>{t('ui.requestId', { id: requestId })}</p>}
        {problem instanceof Malformed && (
          <ul>
            {problem.paths.map((wrong) => (
              <li key={wrong.path}>
                <button
                  type="button"
                  className={styles.toField}
                  onClick={() => focusField(ref.current, wrong.path)}
                >
                  {labels[wrong.path] ?? wrong.path}
                </button>
                {': '}
                {malformedWords(wrong)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

/** The buttons at the end of a form: the act first, then the way out. */
export function FormActions({ children }: { children: ReactNode }) {
  return (
    <div className={styles.actions} data-print="never">
      {children}
    </div>
  )
}

/** The whole field of a path: label, box and hint; the kit gives it the class of `field.module.css`. */
function fieldOf(summary: HTMLElement | null, path: string): Element | undefined {
  const named = summary?.closest('form')?.elements.namedItem(path)
  const input = named instanceof RadioNodeList ? named[0] : named
  return input instanceof Element
    ? (input.closest(`.${field.field?.split(' ')[0]}`) ?? undefined)
    : undefined
}

function focusField(summary: HTMLElement | null, path: string) {
  fieldOf(summary, path)
    ?.querySelector<HTMLElement>(
      'input:not([type="hidden"], [tabindex="-1"]), textarea, [role="spinbutton"], button',
    )
    ?.focus()
}

function labelOf(summary: HTMLElement | null, path: string): string | undefined {
  const label = fieldOf(summary, path)?.querySelector(`.${field.label?.split(' ')[0]}`)
  return label?.firstChild?.textContent ?? undefined
}
