import { linkSame, listLikelySame, readSameAs, tellApart } from '@peyvand/domain/people/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { fullName } from '@peyvand/domain/people/person.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { usePlace } from '../../platform/place.ts'
import { useCommand, useEndpoint } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Page, Row, Small, Stack } from '../../ui/layout.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Tag } from '../../ui/tag.tsx'
import { showToast } from '../../ui/toast.tsx'
import { ComparedPeople } from './compared-people.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

type Pair = AnswerOf<typeof listLikelySame>['pairs'][number]

/** Who was registered twice? */
export function LikelySameScreen() {
  const t = useWords()
  const list = useEndpoint(listLikelySame)
  usePlace(t('people.same.title'), [{ title: t('app.nav.requests'), href: '/requests' }])
  return (
    <Page>
      <Stack>
        <PageHeader title={t('people.same.question')} />
        <Small>{t('people.same.about')}</Small>
        {list.error ? (
          <ErrorState problem={list.error} onRetry={() => void list.refetch()} />
        ) : !list.data ? (
          <Skeleton lines={8} />
        ) : list.data.pairs.length === 0 ? (
          <EmptyState icon="people" title={t('people.same.none')}>
            {t('people.same.noneNext')}
          </EmptyState>
        ) : (
          <>
            {list.data.pairs.map((pair) => (
              <PairCard key={pair.id} pair={pair} />
            ))}
            {list.data.more && <Small>{t('people.same.more')}</Small>}
          </>
        )}
      </Stack>
    </Page>
  )
}

function PairCard({ pair }: { pair: Pair }) {
  const t = useWords()
  const link = useCommand(linkSame, { stale: [listLikelySame, readSameAs] })
  const apart = useCommand(tellApart, { stale: [listLikelySame] })
  const [isOpen, setOpen] = useState(false)
  const names = { name: fullName(pair.one), other: fullName(pair.other) }
  return (
    <Card element="article">
      <Stack gap="small">
        <Row>
          {pair.reasons.map((reason) => (
            <Tag key={reason} icon="check">
              {t(`people.same.reason.${reason}`)}
            </Tag>
          ))}
        </Row>
        <ComparedPeople people={[pair.one, pair.other]} />
        <Row>
          <Button icon="link" onPress={() => setOpen(true)}>
            {t('people.same.link')}
          </Button>
          <Button
            look="quiet"
            isPending={apart.isPending}
            onPress={() =>
              void apart
                .run({ params: { pairId: pair.id }, input: { version: pair.version } })
                .then(() => showToast({ message: t('people.same.apartDone') }))
                .catch(() => undefined)
            }
          >
            {t('people.same.apart')}
          </Button>
        </Row>
        {apart.problem !== null && <ErrorState problem={apart.problem} onRetry={apart.forget} />}
      </Stack>
      <ReasonDialog
        title={t('people.same.linkTitle', names)}
        note={t('people.same.linkNote')}
        act={t('people.same.link')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        isPending={link.isPending}
        problem={link.problem}
        onSubmit={async (reason) => {
          await link.run({
            input: { id: newId(), personId: pair.one.id, otherId: pair.other.id, reason },
          })
          showToast({ message: t('people.same.linkDone') })
        }}
      />
    </Card>
  )
}
