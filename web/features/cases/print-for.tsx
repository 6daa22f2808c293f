import { useEffect, useState } from 'react'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { nameOf } from './names.ts'
import type { WallPerson } from './wall-field.tsx'

const nobody = 'nobody'

/** Time for the dialog to leave the page before the page is printed. */
const leaving = 350

/** For whom the page is being printed; nobody in particular, unless it was just said. */
export function usePrintFor() {
  const [printedFor, setPrintedFor] = useState<string | null>(null)
  useEffect(() => {
    const forget = () => setPrintedFor(null)
    window.addEventListener('afterprint', forget)
    return () => window.removeEventListener('afterprint', forget)
  }, [])
  return { printedFor, setPrintedFor }
}

interface PrintForButtonProps {
  /** As `peopleWithWalls` gives them; empty, and nothing has to be asked. */
  people: readonly WallPerson[]
  onChoose: (printedFor: string | null) => void
}

/** Prints the page, and asks before for whom where people of the case have walls. */
export function PrintForButton({ people, onChoose }: PrintForButtonProps) {
  const t = useWords()
  const [isOpen, setOpen] = useState(false)
  const [chosen, choose] = useState<string>(nobody)
  if (people.length === 0) return <PrintButton />
  const print = () => {
    setOpen(false)
    onChoose(chosen === nobody ? null : chosen)
    setTimeout(() => window.print(), leaving)
  }
  return (
    <Dialog
      title={t('ui.print')}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button icon="print">{t('ui.print')}</Button>}
    >
      <Form problem={undefined} onSubmit={print}>
        <RadioGroup
          label={t('cases.printFor')}
          hint={t('cases.printFor.hint')}
          options={[
            { value: nobody, label: t('cases.printFor.nobody') },
            ...people.map((person) => ({ value: person.id, label: nameOf(person) })),
          ]}
          value={chosen}
          onChange={choose}
        />
        <FormActions>
          <Button type="submit" look="primary" icon="print">
            {t('cases.printFor.print')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
