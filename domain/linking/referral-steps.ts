import type { Refusal } from '../refusals.ts'

/** Where a referral stands, with the code of each in HL7 FHIR R4 Task.status. */
export const referralStatuses = {
  draft: 'draft',
  sent: 'requested',
  accepted: 'accepted',
  started: 'in-progress',
  waiting: 'on-hold',
  completed: 'completed',
  declined: 'rejected',
  cancelled: 'cancelled',
  stopped: 'failed',
  entered_in_error: 'entered-in-error',
} as const

export type ReferralStatus = keyof typeof referralStatuses
export const referralStatusCodes = Object.keys(referralStatuses) as ReferralStatus[]

/** Who takes a step: we, or the partner who answers. */
export type ReferralSide = 'us' | 'partner'

export interface ReferralStep {
  from: ReferralStatus
  to: ReferralStatus
  /** We may also write down what the partner told us. */
  by: readonly ReferralSide[]
  needsReason: boolean
  meaning: { fa: string; en: string }
}

const us = ['us'] as const
const either = ['us', 'partner'] as const

function step(
  from: ReferralStatus,
  to: ReferralStatus,
  by: readonly ReferralSide[],
  fa: string,
  en: string,
): ReferralStep {
  const told = ['declined', 'cancelled', 'waiting', 'stopped', 'entered_in_error'] as const
  return { from, to, by, needsReason: told.some((status) => status === to), meaning: { fa, en } }
}

/**
 * Every lawful step of a referral, after the Task of the SDOH Clinical Care guide 3.0 (HL7 FHIR R4);
 * whatever is not here is not lawful. A referral that has ended is taken up again by a new one.
 */
export const referralSteps: readonly ReferralStep[] = [
  step('draft', 'sent', us, 'ارجاع برای مرکز فرستاده شد.', 'The referral went to the centre.'),

  step('sent', 'accepted', either, 'مرکز ارجاع را پذیرفت.', 'The centre takes the client on.'),
  step(
    'sent',
    'declined',
    either,
    'مرکز نپذیرفت و گفت چرا.',
    'The centre does not take the client on, and says why.',
  ),
  step(
    'sent',
    'cancelled',
    us,
    'پیش از جواب مرکز، ارجاع را پس گرفتیم.',
    'We took the referral back before the centre answered.',
  ),

  step('accepted', 'started', either, 'خدمت آغاز شد.', 'The service began.'),
  step(
    'accepted',
    'waiting',
    either,
    'پذیرفته شده است، ولی خدمت هنوز باید صبر کند؛ مثلاً برای نوبت یا یک مدرک.',
    'Taken on, but the service has to wait: for a place, or for a paper.',
  ),
  step(
    'accepted',
    'completed',
    either,
    'خدمت در همان نوبت نخست انجام شد.',
    'The service was given and finished at once.',
  ),
  step(
    'accepted',
    'cancelled',
    us,
    'پیش از آغاز خدمت، ارجاع را پس گرفتیم.',
    'We took the referral back before the service began.',
  ),
  step(
    'accepted',
    'stopped',
    either,
    'مرکز پذیرفته بود، ولی نتوانست خدمت را آغاز کند.',
    'The centre had said yes, but could not begin.',
  ),

  step('started', 'completed', either, 'خدمت به پایان رسید.', 'The service was given to its end.'),
  step(
    'started',
    'waiting',
    either,
    'خدمت برای مدتی متوقف است و ادامه خواهد یافت.',
    'The service pauses and will go on.',
  ),
  step(
    'started',
    'stopped',
    either,
    'مرکز خدمت را نیمه‌کاره گذاشت.',
    'The centre ended the service before its end.',
  ),
  step(
    'started',
    'cancelled',
    us,
    'خدمت آغاز شده بود و به خواست مددجو یا ما پایان یافت.',
    'The service had begun, and the client or we ended it.',
  ),

  step(
    'waiting',
    'started',
    either,
    'انتظار تمام شد و خدمت در جریان است.',
    'The wait is over and the service goes on.',
  ),
  step(
    'waiting',
    'completed',
    either,
    'خدمت به پایان رسید، بی آن‌که ادامه لازم باشد.',
    'The service is finished; nothing more is needed.',
  ),
  step(
    'waiting',
    'stopped',
    either,
    'انتظار به خدمت نرسید.',
    'The wait ended without the service.',
  ),
  step(
    'waiting',
    'cancelled',
    us,
    'در میان انتظار، ارجاع را پس گرفتیم.',
    'We took the referral back while it waited.',
  ),

  ...referralStatusCodes
    .filter((status) => status !== 'entered_in_error')
    .map((status) =>
      step(
        status,
        'entered_in_error',
        us,
        'این ارجاع به اشتباه ثبت شده بود.',
        'This referral should never have been recorded.',
      ),
    ),
]

/** The steps that may be taken now: all, or those of one side. */
export function nextSteps(from: ReferralStatus, by?: ReferralSide): ReferralStep[] {
  return referralSteps.filter(
    (one) => one.from === from && (by === undefined || one.by.includes(by)),
  )
}

/** Why a referral may not go from one status to another, or nothing. */
export function whyNotStep(
  from: ReferralStatus,
  to: ReferralStatus,
  { by, reason = '' }: { by: ReferralSide; reason?: string },
): Refusal | undefined {
  const found = nextSteps(from, by).find((one) => one.to === to)
  if (!found) {
    const lawful = nextSteps(from, by).map((one) => one.to)
    return { code: 'referral_step_not_lawful', facts: { from, to, by, lawful } }
  }
  if (found.needsReason && reason.trim() === '') {
    return { code: 'reason_missing', facts: { field: 'reason', to } }
  }
  return undefined
}

/** Whether a referral is over, however it ended; only a record made by mistake can still be marked. */
export function hasEnded(status: ReferralStatus): boolean {
  return nextSteps(status).every(({ to }) => to === 'entered_in_error')
}
