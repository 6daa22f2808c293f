import { lazyRouteComponent } from '@tanstack/react-router'
import type { RouteComponent } from '@tanstack/react-router'

export interface Screen {
  /** `/cases/$caseId`; below a layout without what stands above it: `/plan`. */
  path: string
  /** Loaded when first opened: `lazyRouteComponent(() => import('…'), 'NameOfTheScreen')`. */
  screen: RouteComponent
  /** Pages inside this one, which then draws an `Outlet`. */
  children?: readonly Screen[]
}

/** Pages inside the frame, for signed-in workers. */
export const screens: readonly Screen[] = [
  {
    path: '/administration/audit',
    screen: lazyRouteComponent(() => import('../features/audit/audit-screen.tsx'), 'AuditScreen'),
  },
  {
    path: '/',
    screen: lazyRouteComponent(
      () => import('../features/monitoring/today-screen.tsx'),
      'TodayScreen',
    ),
  },
  {
    path: '/cases/$caseId/monitoring',
    screen: lazyRouteComponent(
      () => import('../features/monitoring/monitoring-screen.tsx'),
      'MonitoringScreen',
    ),
  },
  {
    path: '/cases/$caseId/monitoring/contact',
    screen: lazyRouteComponent(
      () => import('../features/monitoring/contact-screen.tsx'),
      'ContactScreen',
    ),
  },
  {
    path: '/cases/$caseId/review',
    screen: lazyRouteComponent(
      () => import('../features/review/review-screen.tsx'),
      'ReviewScreen',
    ),
  },
  {
    path: '/cases/$caseId/review/new',
    screen: lazyRouteComponent(
      () => import('../features/review/record-review-screen.tsx'),
      'RecordReviewScreen',
    ),
  },
  {
    path: '/cases/$caseId/review/close',
    screen: lazyRouteComponent(
      () => import('../features/review/close-case-screen.tsx'),
      'CloseCaseScreen',
    ),
  },
  {
    path: '/cases',
    screen: lazyRouteComponent(() => import('../features/cases/cases-screen.tsx'), 'CasesScreen'),
  },
  {
    path: '/cases/$caseId',
    screen: lazyRouteComponent(
      () => import('../features/cases/overview-screen.tsx'),
      'OverviewScreen',
    ),
  },
  {
    path: '/cases/$caseId/timeline',
    screen: lazyRouteComponent(
      () => import('../features/cases/timeline-screen.tsx'),
      'TimelineScreen',
    ),
  },
  {
    path: '/cases/$caseId/who-can-see',
    screen: lazyRouteComponent(
      () => import('../features/cases/who-can-see-screen.tsx'),
      'WhoCanSeeScreen',
    ),
  },
  {
    path: '/cases/$caseId/documents',
    screen: lazyRouteComponent(
      () => import('../features/documents/documents-screen.tsx'),
      'DocumentsScreen',
    ),
  },
  {
    path: '/cases/$caseId/needs/$needId',
    screen: lazyRouteComponent(
      () => import('../features/cases/need-life-screen.tsx'),
      'NeedLifeScreen',
    ),
  },
  {
    path: '/cases/$caseId/linking',
    screen: lazyRouteComponent(
      () => import('../features/linking/linking-screen.tsx'),
      'LinkingScreen',
    ),
  },
  {
    path: '/cases/$caseId/referrals/$referralId/letter',
    screen: lazyRouteComponent(
      () => import('../features/linking/letter-screen.tsx'),
      'LetterScreen',
    ),
  },
  {
    path: '/cases/$caseId/sight/letter',
    screen: lazyRouteComponent(
      () => import('../features/linking/sight-letter-screen.tsx'),
      'SightLetterScreen',
    ),
  },
  {
    path: '/cases/$caseId/consents/$consentId/paper',
    screen: lazyRouteComponent(
      () => import('../features/linking/consent-paper-screen.tsx'),
      'ConsentPaperScreen',
    ),
  },
  {
    path: '/referrals',
    screen: lazyRouteComponent(
      () => import('../features/linking/referrals-screen.tsx'),
      'ReferralsScreen',
    ),
  },
  {
    path: '/requests',
    screen: lazyRouteComponent(
      () => import('../features/intake/requests-screen.tsx'),
      'RequestsScreen',
    ),
  },
  {
    path: '/requests/new',
    screen: lazyRouteComponent(
      () => import('../features/intake/new-request-screen.tsx'),
      'NewRequestScreen',
    ),
  },
  {
    path: '/requests/$requestId',
    screen: lazyRouteComponent(
      () => import('../features/intake/request-screen.tsx'),
      'RequestScreen',
    ),
  },
  {
    path: '/administration/programmes',
    screen: lazyRouteComponent(
      () => import('../features/intake/programmes-screen.tsx'),
      'ProgrammesScreen',
    ),
  },
  {
    path: '/people/likely-same',
    screen: lazyRouteComponent(
      () => import('../features/people/likely-same-screen.tsx'),
      'LikelySameScreen',
    ),
  },
  {
    path: '/search',
    screen: lazyRouteComponent(
      () => import('../features/finding/search-screen.tsx'),
      'SearchScreen',
    ),
  },
  {
    path: '/cases/$caseId/search',
    screen: lazyRouteComponent(
      () => import('../features/finding/case-search-screen.tsx'),
      'CaseSearchScreen',
    ),
  },
  {
    path: '/people/$personId',
    screen: lazyRouteComponent(
      () => import('../features/people/person-screen.tsx'),
      'PersonScreen',
    ),
  },
  {
    path: '/cases/$caseId/family',
    screen: lazyRouteComponent(
      () => import('../features/people/family-screen.tsx'),
      'FamilyScreen',
    ),
  },
  {
    path: '/settings',
    screen: lazyRouteComponent(() => import('./settings-screen.tsx'), 'SettingsScreen'),
  },
  { path: '/help', screen: lazyRouteComponent(() => import('./help-screen.tsx'), 'HelpScreen') },
  {
    path: '/account',
    screen: lazyRouteComponent(
      () => import('../features/access/account-screen.tsx'),
      'AccountScreen',
    ),
  },
  {
    path: '/administration',
    screen: lazyRouteComponent(
      () => import('../features/access/administration-screen.tsx'),
      'AdministrationScreen',
    ),
  },
  {
    path: '/administration/organisation',
    screen: lazyRouteComponent(
      () => import('../features/access/own-organisation-screen.tsx'),
      'OwnOrganisationScreen',
    ),
  },
  {
    path: '/administration/machines',
    screen: lazyRouteComponent(
      () => import('../features/access/machines-screen.tsx'),
      'MachinesScreen',
    ),
  },
  {
    path: '/emergencies',
    screen: lazyRouteComponent(
      () => import('../features/access/emergencies-screen.tsx'),
      'EmergenciesScreen',
    ),
  },
  {
    path: '/outcomes',
    screen: lazyRouteComponent(
      () => import('../features/outcomes/outcomes-screen.tsx'),
      'OutcomesScreen',
    ),
  },
  {
    path: '/administration/workers',
    screen: lazyRouteComponent(
      () => import('../features/access/workers-screen.tsx'),
      'WorkersScreen',
    ),
  },
  {
    path: '/services',
    screen: lazyRouteComponent(
      () => import('../features/directory/services-screen.tsx'),
      'ServicesScreen',
    ),
  },
  {
    path: '/services/new',
    screen: lazyRouteComponent(
      () => import('../features/directory/add-service-screen.tsx'),
      'AddServiceScreen',
    ),
  },
  {
    path: '/services/import',
    screen: lazyRouteComponent(
      () => import('../features/directory/import-screen.tsx'),
      'ImportScreen',
    ),
  },
  {
    path: '/services/$serviceId',
    screen: lazyRouteComponent(
      () => import('../features/directory/service-screen.tsx'),
      'ServiceScreen',
    ),
  },
  {
    path: '/services/$serviceId/change',
    screen: lazyRouteComponent(
      () => import('../features/directory/change-service-screen.tsx'),
      'ChangeServiceScreen',
    ),
  },
  {
    path: '/cases/$caseId/needs/$needId/find-service',
    screen: lazyRouteComponent(
      () => import('../features/directory/find-service-screen.tsx'),
      'FindServiceScreen',
    ),
  },
  {
    path: '/cases/$caseId/assessment',
    screen: lazyRouteComponent(
      () => import('../features/assessment/assessment-screen.tsx'),
      'AssessmentScreen',
    ),
  },
  {
    path: '/cases/$caseId/assessment/$assessmentId',
    screen: lazyRouteComponent(
      () => import('../features/assessment/one-assessment-screen.tsx'),
      'OneAssessmentScreen',
    ),
  },
  {
    path: '/administration/instruments',
    screen: lazyRouteComponent(
      () => import('../features/assessment/instruments-screen.tsx'),
      'InstrumentsScreen',
    ),
  },
  {
    path: '/cases/$caseId/plan',
    screen: lazyRouteComponent(() => import('../features/planning/plan-screen.tsx'), 'PlanScreen'),
  },
  {
    path: '/cases/$caseId/plan/$planId/print',
    screen: lazyRouteComponent(
      () => import('../features/planning/plan-print-screen.tsx'),
      'PlanPrintScreen',
    ),
  },
]

/** Pages without the frame, for anyone: signing in, setting up, answering by a link. */
export const openScreens: readonly Screen[] = [
  {
    path: '/sign-in',
    screen: lazyRouteComponent(
      () => import('../features/access/sign-in-screen.tsx'),
      'SignInScreen',
    ),
  },
  {
    path: '/sign-in/code',
    screen: lazyRouteComponent(() => import('../features/access/reset-screen.tsx'), 'ResetScreen'),
  },
  {
    path: '/sign-in/forgotten',
    screen: lazyRouteComponent(
      () => import('../features/access/forgotten-screen.tsx'),
      'ForgottenScreen',
    ),
  },
  {
    path: '/set-up',
    screen: lazyRouteComponent(() => import('../features/access/set-up-screen.tsx'), 'SetUpScreen'),
  },
  {
    path: '/answer',
    screen: lazyRouteComponent(
      () => import('../features/linking/answer-screen.tsx'),
      'AnswerScreen',
    ),
  },
]
