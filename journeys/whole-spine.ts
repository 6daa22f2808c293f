import { importDirectory } from './spine/import-directory.ts'
import { receiveRequest } from './spine/receive-request.ts'
import { openTheCase } from './spine/open-the-case.ts'
import { assess } from './spine/assess.ts'
import { plan } from './spine/plan.ts'
import { readBack } from './spine/read-back.ts'
import { review } from './spine/review.ts'
import { refer } from './spine/refer.ts'
import { visitHome } from './spine/visit-home.ts'
import { lookOver } from './steps/look-over.ts'
import { setUp } from './steps/set-up.ts'
import type { Journey } from './story.ts'

/** One person's way through the five elements, from the first visit to a case opened again. */
export const wholeSpine: Journey = {
  title: 'the whole spine',
  tell: async (story) => {
    const { tale, peyvand, step } = story
    const visit = await story.visit()
    await step('set up the agency', async () => {
      await setUp(visit, {
        code: peyvand.setUpCode,
        agencyName: tale.agencyName,
        ...tale.administrator,
      })
      await lookOver(visit, 'Today')
    })
    await importDirectory(story, visit)
    await receiveRequest(story, visit)
    const casePath = await openTheCase(story, visit)
    await assess(story, visit, casePath)
    await plan(story, visit, casePath)
    const partner = await refer(story, visit, casePath)
    await visitHome(story, visit, casePath)
    await review(story, { visit, partner, casePath })
    await readBack(story, visit, casePath)
  },
}
