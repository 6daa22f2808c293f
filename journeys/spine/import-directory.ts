import assert from 'node:assert/strict'
import { join } from 'node:path'
import { chooseByTyping } from '../steps/choose-by-typing.ts'
import { fillIn } from '../steps/fill-in.ts'
import { follow } from '../steps/follow.ts'
import { lookOver } from '../steps/look-over.ts'
import type { Visit } from '../steps/open-visit.ts'
import { press } from '../steps/press.ts'
import type { Story } from '../story.ts'

const folder = join(import.meta.dirname, '../../server/testing/fixtures/hsds/ohana')
const files = [
  'addresses',
  'contacts',
  'holiday_schedules',
  'locations',
  'mail_addresses',
  'organizations',
  'phones',
  'regular_schedules',
  'services',
  'taxonomy',
].map((name) => join(folder, `${name}.csv`))

/** The administrator brings in the Ohana directory by the screen made for it. */
export async function importDirectory({ tale, step }: Story, visit: Visit): Promise<void> {
  const { page, words } = visit
  await step('import the Ohana directory', async () => {
    await follow(visit, 'app.nav.services')
    await follow(visit, 'directory.import')
    const choosing = page.waitForEvent('filechooser')
    await press(visit, 'directory.imports.choose')
    await (await choosing).setFiles(files)
    await fillIn(visit, 'directory.imports.source', tale.directory.source)
    await chooseByTyping(visit, 'directory.imports.language', tale.languageOfDirectory)
    await fillIn(visit, 'directory.imports.licence', 'CC BY-SA 4.0')
    await fillIn(visit, 'directory.imports.attribution', tale.directory.attribution)
    await press(visit, 'directory.imports.check')
    await press(visit, 'directory.imports.send')
    await page.getByRole('heading', { name: words.say('directory.imports.done') }).waitFor()
    await lookOver(visit, 'Import of a directory')
  })
  await step('see its services', async () => {
    await follow(visit, 'directory.imports.toServices')
    await page.getByRole('link', { name: tale.service }).first().waitFor()
    const shown = await page.getByRole('row').count()
    assert.ok(shown > 20, `${shown} rows of services are shown`)
    await lookOver(visit, 'Directory')
  })
}
