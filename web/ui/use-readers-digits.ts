import { useEffect } from 'react'
import type { RefObject } from 'react'
import { toLatinDigits, toPersianDigits } from '@peyvand/domain/text/digits.ts'
import { useLocale } from '../platform/locale.tsx'

const anyDigit = /[0-9\u06f0-\u06f9\u0660-\u0669]/

/**
 * React Aria's numbers and dates understand the digits of their own locale; whatever another
 * keyboard types is turned into those before it arrives.
 */
export function useReadersDigits(ref: RefObject<HTMLElement | null>) {
  const { settings } = useLocale()
  useEffect(() => {
    const element = ref.current
    if (!element) return undefined
    const inReadersDigits = settings.digits === 'fa' ? toPersianDigits : toLatinDigits
    const translate = (event: InputEvent) => {
      const typed = event.data ?? event.dataTransfer?.getData('text/plain')
      if (!typed || !anyDigit.test(typed)) return
      const meant = inReadersDigits(typed)
      if (meant === typed || !(event.target instanceof HTMLElement)) return
      event.preventDefault()
      event.stopPropagation()
      if (event.target instanceof HTMLInputElement) {
        const input = event.target
        const start = input.selectionStart ?? input.value.length
        const end = input.selectionEnd ?? start
        setNativeValue(input, input.value.slice(0, start) + meant + input.value.slice(end))
        input.setSelectionRange(start + meant.length, start + meant.length)
        input.dispatchEvent(new InputEvent('input', { bubbles: true, data: meant }))
      } else {
        event.target.dispatchEvent(
          new InputEvent('beforeinput', {
            bubbles: true,
            cancelable: true,
            inputType: event.inputType,
            data: meant,
          }),
        )
      }
    }
    element.addEventListener('beforeinput', translate, { capture: true })
    return () => element.removeEventListener('beforeinput', translate, { capture: true })
  }, [ref, settings.digits])
}

/** React watches the value property of an input, so it is set below that watch. */
function setNativeValue(input: HTMLInputElement, value: string) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value)
}
