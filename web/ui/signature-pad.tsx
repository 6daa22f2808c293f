import { useRef, useState } from 'react'
import type { PointerEvent } from 'react'
import { useWords } from '../platform/words.tsx'
import { Button } from './button.tsx'
import styles from './signature-pad.module.css'
import { TextField } from './text-field.tsx'

/** A drawn signature is the path of an SVG of 600 by 200; a typed one is the name itself. */
export type Signature = { kind: 'drawn'; path: string } | { kind: 'typed'; name: string }

interface SignaturePadProps {
  label: string
  value: Signature | null
  onChange: (signature: Signature | null) => void
}

const size = { width: 600, height: 200 }

/** Signing with finger, pen or mouse, or by typing one's name. */
export function SignaturePad({ label, value, onChange }: SignaturePadProps) {
  const t = useWords()
  const [isTyping, setTyping] = useState(value?.kind === 'typed')
  const strokes = useRef<string[]>(value?.kind === 'drawn' ? [value.path] : [])
  const [current, setCurrent] = useState('')

  const pointOf = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const x = Math.round(((event.clientX - box.left) / box.width) * size.width)
    const y = Math.round(((event.clientY - box.top) / box.height) * size.height)
    return `${x} ${y}`
  }
  const finish = () => {
    if (!current) return
    strokes.current = [...strokes.current, current]
    setCurrent('')
    onChange({ kind: 'drawn', path: strokes.current.join('') })
  }
  const clear = () => {
    strokes.current = []
    setCurrent('')
    onChange(null)
  }
  const drawn = value?.kind === 'drawn' ? value.path : ''

  if (isTyping) {
    return (
      <div className={styles.pad}>
        <TextField
          label={t('ui.signature.typeName', { label })}
          hint={t('ui.signature.typedHint')}
          value={value?.kind === 'typed' ? value.name : ''}
          onChange={(name) => onChange(name.trim() ? { kind: 'typed', name } : null)}
        />
        <div className={styles.actions}>
          <Button
            look="quiet"
            size="small"
            onPress={() => {
              setTyping(false)
              clear()
            }}
          >
            {t('ui.signature.draw')}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <div className={styles.pad} role="group" aria-label={label}>
      <span className={styles.label}>{label}</span>
      <svg
        className={styles.sheet}
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={drawn ? t('ui.signature.signed') : t('ui.signature.empty')}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          setCurrent(`M${pointOf(event)}l.1 .1`)
        }}
        onPointerMove={(event) => {
          if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
          const point = pointOf(event)
          setCurrent((path) => `${path}L${point}`)
        }}
        onPointerUp={finish}
        onPointerCancel={finish}
      >
        <path className={styles.rule} d="M40 156H560" />
        <path className={styles.ink} d={drawn + current} />
      </svg>
      <div className={styles.actions}>
        <Button look="quiet" size="small" onPress={clear} isDisabled={!drawn}>
          {t('ui.signature.again')}
        </Button>
        <Button
          look="quiet"
          size="small"
          onPress={() => {
            clear()
            setTyping(true)
          }}
        >
          {t('ui.signature.type')}
        </Button>
      </div>
    </div>
  )
}

/** A signature as it was given, for reading and print. */
export function SignatureView({ signature, label }: { signature: Signature; label: string }) {
  if (signature.kind === 'typed') return <span className={styles.typed}>{signature.name}</span>
  return (
    <svg
      className={styles.view}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={label}
    >
      <path className={styles.ink} d={signature.path} />
    </svg>
  )
}
