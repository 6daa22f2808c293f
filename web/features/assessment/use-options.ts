import {
  barrierKinds,
  needOutcomes,
  setAsideReasons,
  strengthKinds,
  urgencies,
  views,
} from '@peyvand/domain/assessment/finding.ts'
import { gridLevels, needDomains, severities } from '@peyvand/domain/assessment/grid.ts'
import { useWords } from '../../platform/words.tsx'

/** The closed lists of assessment with their words. */
export function useOptions() {
  const t = useWords()
  return {
    levels: gridLevels.map((value) => ({ value, label: t(`assessment.level.${value}`) })),
    domains: needDomains.map((value) => ({ value, label: t(`assessment.domain.${value}`) })),
    severities: severities.map((value) => ({
      value: String(value),
      label: t(`assessment.severity.${value}`),
      aside: value,
    })),
    urgencies: urgencies.map((value) => ({ value, label: t(`assessment.urgency.${value}`) })),
    views: views.map((value) => ({ value, label: t(`assessment.whose.${value}`) })),
    barrierKinds: barrierKinds.map((value) => ({ value, label: t(`assessment.barrier.${value}`) })),
    strengthKinds: strengthKinds.map((value) => ({
      value,
      label: t(`assessment.strengthKind.${value}`),
    })),
    setAsideReasons: setAsideReasons.map((value) => ({
      value,
      label: t(`assessment.aside.${value}`),
    })),
    outcomes: needOutcomes.map((value) => ({ value, label: t(`assessment.outcome.${value}`) })),
  }
}
