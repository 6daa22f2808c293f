import type { MailWords } from '../../platform/mail/mailer.ts'
import { writeMail } from '../../platform/mail/write-mail.ts'

/** The mail with a code for a new password, in the worker's language; it names nobody. */
export function writeResetMail(
  language: 'fa' | 'en',
  { code, address }: { code: string; address: string },
): MailWords {
  return language === 'fa'
    ? writeMail('fa', 'پیوند: کد گذرواژهٔ تازه', [
        'سلام. برای حساب شما در پیوند کد گذرواژهٔ تازه خواسته شد. کد این است:',
        { mark: code },
        'این صفحه را باز کنید، کد را بنویسید و گذرواژه‌ای برای خودتان انتخاب کنید:',
        { link: address },
        'کد تا ۳۰ دقیقه و فقط یک بار کار می‌کند. اگر ورود دومرحله‌ای دارید، پس از آن هم کد تلفن پرسیده می‌شود.',
        'شما نخواسته بودید؟ گذرواژهٔ شما عوض نشده است و لازم نیست کاری بکنید. اگر باز هم آمد، به مدیر سامانه بگویید. این کد را به هیچ‌کس نگویید.',
      ])
    : writeMail('en', 'Peyvand: your code for a new password', [
        'Hello. A code for a new password was asked for, for your account in Peyvand. This is the code:',
        { mark: code },
        'Open this page, write the code and choose a password of your own:',
        { link: address },
        'The code works once, within 30 minutes. If you use two-step sign-in, the code from your telephone is still asked for afterwards.',
        'You did not ask for it? Your password has not changed, and there is nothing to do. If it comes again, tell your administrator. Give this code to nobody.',
      ])
}
