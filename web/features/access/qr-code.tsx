import { useEffect, useState } from 'react'
import styles from './qr-code.module.css'

/** A square a telephone can read. The words it stands for are given beside it as well. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const [drawn, setDrawn] = useState<{ size: number; path: string }>()
  useEffect(() => {
    let isWanted = true
    void import('qrcode').then(({ create }) => {
      const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
      let path = ''
      for (let y = 0; y < size; y++) {
        for (let x = 0; x < size; x++) {
          if (data[y * size + x]) path += `M${x} ${y}h1v1h-1z`
        }
      }
      if (isWanted) setDrawn({ size, path })
    })
    return () => {
      isWanted = false
    }
  }, [text])
  if (!drawn) return <div className={styles.square} />
  return (
    <svg
      className={styles.square}
      viewBox={`-4 -4 ${drawn.size + 8} ${drawn.size + 8}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={drawn.path} />
    </svg>
  )
}
