import type { MailWords } from './mailer.ts'

/** A paragraph of a mail; what is marked stands on a line of its own, left to right. */
export type Paragraph = string | { mark: string } | { link: string }

/** One mail from its paragraphs: as plain text, and as a page that reads in its own direction. */
export function writeMail(
  language: 'fa' | 'en',
  subject: string,
  paragraphs: readonly Paragraph[],
): MailWords {
  const direction = language === 'fa' ? 'rtl' : 'ltr'
  const body = paragraphs.map(htmlOf).join('\n')
  return {
    subject,
    text: `${paragraphs.map(textOf).join('\n\n')}\n`,
    html:
      `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8">` +
      `<title>${escapeHtml(subject)}</title></head>` +
      `<body dir="${direction}" style="font: 16px/1.8 Vazirmatn, Tahoma, sans-serif; color: #1d2733; max-width: 36em">\n` +
      `${body}\n</body></html>\n`,
  }
}

function textOf(paragraph: Paragraph): string {
  if (typeof paragraph === 'string') return paragraph
  return 'mark' in paragraph ? paragraph.mark : paragraph.link
}

function htmlOf(paragraph: Paragraph): string {
  if (typeof paragraph === 'string') return `<p>${escapeHtml(paragraph)}</p>`
  const words = escapeHtml(textOf(paragraph))
  if ('mark' in paragraph) {
    return `<p dir="ltr" style="font: 600 22px/1.6 Consolas, monospace; text-align: start">${words}</p>`
  }
  return `<p dir="ltr"><a href="${words}">${words}</a></p>`
}

function escapeHtml(words: string): string {
  return words
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
