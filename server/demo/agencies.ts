import type { Role } from '@peyvand/domain/access/roles.ts'
import { english, persian } from './words.ts'
import type { DemoWords } from './words.ts'

export interface DemoWorker {
  userName: string
  fullName: string
  roles: readonly Role[]
}

export interface DemoAgencyPlan {
  name: string
  timeZone: string
  calendar: 'persian' | 'gregory'
  words: DemoWords
  programmes: readonly string[]
  cases: number
  workers: readonly DemoWorker[]
  organisations: readonly string[]
}

/** Everybody in the demonstration signs in with it; it is printed in docs/demo.md. */
export const demoPassword = 'river-lantern-walnut'

/** The one in which every way of seeing a case is shown. */
export const persianAgency: DemoAgencyPlan = {
  name: 'مرکز مددکاری کوی بهار',
  timeZone: 'Asia/Tehran',
  calendar: 'persian',
  words: persian,
  programmes: ['child_welfare', 'poverty_relief', 'mental_health'],
  cases: 70,
  organisations: ['بنیاد همیاری امید', 'خانهٔ سلامت محله', 'انجمن نان و مهر', 'مجتمع آموزشی روشن'],
  workers: [
    { userName: 'samaneh', fullName: 'سمانه کریم‌پور', roles: ['caseworker', 'intake'] },
    { userName: 'behnam', fullName: 'بهنام رستمی', roles: ['caseworker', 'intake'] },
    { userName: 'nahid', fullName: 'ناهید فرهمند', roles: ['supervisor', 'caseworker'] },
    { userName: 'omid', fullName: 'امید صادقی', roles: ['intake'] },
    { userName: 'leila', fullName: 'لیلا عظیمی', roles: ['administrator'] },
    { userName: 'kamran', fullName: 'کامران وزیری', roles: ['director'] },
  ],
}

/** Stands above the supervisors of the first agency; joins when everything else is there. */
export const headSupervisor: DemoWorker = {
  userName: 'shirin',
  fullName: 'شیرین مرادی',
  roles: ['supervisor'],
}

/** Three agencies; with the head supervisor `--demo` makes thirteen workers. */
export const demoAgencies: readonly DemoAgencyPlan[] = [
  persianAgency,
  {
    name: 'خدمات اجتماعی مدرسه و خانواده',
    timeZone: 'Asia/Tehran',
    calendar: 'persian',
    words: persian,
    programmes: ['school', 'disability'],
    cases: 35,
    organisations: ['مرکز توان‌بخشی مهر', 'کانون یادگیری', 'صندوق همراه'],
    workers: [
      {
        userName: 'mitra',
        fullName: 'میترا کیانی',
        roles: ['supervisor', 'caseworker', 'administrator'],
      },
      { userName: 'farhad', fullName: 'فرهاد نوری', roles: ['caseworker', 'intake'] },
      { userName: 'parvin', fullName: 'پروین شمس', roles: ['auditor'] },
    ],
  },
  {
    name: 'Riverside Family Centre',
    timeZone: 'Europe/London',
    calendar: 'gregory',
    words: english,
    programmes: ['poverty_relief', 'ageing'],
    cases: 45,
    organisations: ['Hopewell Trust', 'Quayside Clinic', 'Mill Lane Pantry', 'Open Door Learning'],
    workers: [
      {
        userName: 'grace',
        fullName: 'Grace Ellison',
        roles: ['supervisor', 'caseworker', 'administrator'],
      },
      { userName: 'daniel', fullName: 'Daniel Whitaker', roles: ['caseworker', 'intake'] },
      { userName: 'aoife', fullName: 'Aoife Brennan', roles: ['caseworker', 'intake'] },
    ],
  },
]
