import { toPersianDigits } from '@peyvand/domain/text/digits.ts'
import type { MailWords } from '../../platform/mail/mailer.ts'
import { writeMail } from '../../platform/mail/write-mail.ts'

interface LinkFacts {
  agencyName: string
  recipientName: string
  address: string
  isOwn: boolean
}

/** The mail with an answer link: who asks, and nothing of whom it is about. */
export function writeLinkMail(language: 'fa' | 'en', facts: LinkFacts): MailWords {
  return facts.isOwn ? writeOwnMail(language, facts.address) : writePartnerMail(language, facts)
}

/** To the client, whose letters others may read: neither the agency nor what the page shows. */
function writeOwnMail(language: 'fa' | 'en', address: string): MailWords {
  return language === 'fa'
    ? writeMail('fa', 'پیوند: صفحه‌ای که خواسته بودید', [
        'سلام. صفحه‌ای که خواسته بودید آماده است. هر وقت جای امنی بودید، این نشانی را باز کنید:',
        { link: address },
        'در صفحه دکمهٔ «فرستادن کد» را بزنید تا کدی شش‌رقمی به همین نشانی ایمیل بیاید. بدون آن کد چیزی دیده نمی‌شود.',
        'این نامه را برای کسی نفرستید. شما نخواسته بودید؟ پاکش کنید.',
      ])
    : writeMail('en', 'Peyvand: the page you asked for', [
        'Hello. The page you asked for is ready. When you are somewhere safe, open this address:',
        { link: address },
        'On the page press “Send the code”, and six digits come to this e-mail address. Without them nothing is shown.',
        'Please do not forward this mail. You did not ask for it? Delete it.',
      ])
}

function writePartnerMail(language: 'fa' | 'en', facts: LinkFacts): MailWords {
  const { agencyName, recipientName, address } = facts
  return language === 'fa'
    ? writeMail('fa', 'پیوند: درخواستی منتظر جواب شماست', [
        `سلام. برای ${recipientName}:`,
        `${agencyName} از شما جوابی می‌خواهد. برای خواندن و جواب‌دادن، این نشانی را باز کنید؛ حساب کاربری لازم نیست:`,
        { link: address },
        'در صفحه دکمهٔ «فرستادن کد» را بزنید تا کدی شش‌رقمی به همین نشانی ایمیل بیاید. بدون آن کد چیزی دیده نمی‌شود.',
        'این نامه را برای کسی نفرستید. اگر به شما ربطی ندارد، پاکش کنید و به فرستنده خبر بدهید.',
      ])
    : writeMail('en', 'Peyvand: a request waits for your answer', [
        `Hello. For ${recipientName}:`,
        `${agencyName} asks you for an answer. To read and answer, open this address; you need no account:`,
        { link: address },
        'On the page press “Send the code”, and six digits come to this e-mail address. Without them nothing is shown.',
        'Please do not forward this mail. If it is not meant for you, delete it and tell whoever sent it.',
      ])
}

/** The six digits for one opening. */
export function writeLinkCodeMail(language: 'fa' | 'en', code: string): MailWords {
  return language === 'fa'
    ? writeMail('fa', 'پیوند: کد شش‌رقمی شما', [
        'کدی که در صفحهٔ جواب خواستید:',
        { mark: toPersianDigits(code) },
        'تا ده دقیقه و فقط یک بار کار می‌کند. شما نخواسته بودید؟ این نامه را پاک کنید و کد را به هیچ‌کس نگویید.',
      ])
    : writeMail('en', 'Peyvand: your six-digit code', [
        'The code you asked for on the answer page:',
        { mark: code },
        'It works once, within ten minutes. You did not ask for it? Delete this mail and give the code to nobody.',
      ])
}
