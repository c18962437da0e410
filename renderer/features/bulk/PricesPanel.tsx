import { Checkbox, Group, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { mathProblems } from '../../../electron/shared/price-rule'
import { useStoreWords } from '../../stores/store-words'
import type { PanelProps } from './AskBulk'
import { LimitBox } from './LimitBox'
import { NumberBox } from './NumberBox'
import { OnSaleChoice } from './OnSaleChoice'
import { deeds, endings, firstWish, isKeyOf, mathOf, priceAction, ways, type PriceWish } from './price-choices'
import { useAskedAction } from './use-asked-action'

const dataOf = (all: Readonly<Record<string, string | { label: string }>>) =>
  Object.entries(all).map(([value, one]) => ({ value, label: typeof one === 'string' ? one : one.label }))

/** A rule for prices, or a sale that starts or ends. */
export function PricesPanel({ onAction, ...asked }: PanelProps) {
  const { profile } = useStoreWords()
  const [wish, setWish] = useState<PriceWish>(firstWish)
  const patch = (part: Partial<PriceWish>) => setWish({ ...wish, ...part })
  const math = mathOf(wish)
  const problems = math ? mathProblems(math, profile) : {}
  const action = Object.keys(problems).length > 0 ? null : priceAction(wish)
  useAskedAction(action, onAction)
  const { of, hint } = ways[wish.way]
  return (
    <Stack gap="sm">
      <Select
        label="What"
        data={dataOf(deeds)}
        value={wish.deed}
        allowDeselect={false}
        onChange={(deed) => isKeyOf(deeds, deed) && patch({ deed })}
      />
      {wish.deed === 'end-sale' ? (
        <Text c="dimmed">The compare-to price becomes the price again. What is not on sale stays as it is.</Text>
      ) : (
        <>
          <Group gap="sm" align="flex-start">
            <Select
              label="How"
              w={270}
              data={dataOf(ways)}
              value={wish.way}
              allowDeselect={false}
              onChange={(way) => isKeyOf(ways, way) && patch({ way, typed: '', number: null })}
            />
            <NumberBox
              key={wish.way}
              label={of === 'percent' ? 'Percent' : 'Amount'}
              of={of}
              hint={hint}
              typed={wish.typed}
              isFirst
              problem={problems.percent ?? problems.amount}
              onType={(typed, number) => patch({ typed, number })}
            />
          </Group>
          <Rounded wish={wish} onPatch={patch} problem={problems.every ?? problems.ending} />
          <LimitBox
            label="Never below"
            wish={wish.floor}
            problem={problems.floor}
            onWish={(floor) => patch({ floor })}
          />
          <LimitBox
            label="Never above"
            wish={wish.ceiling}
            problem={problems.ceiling}
            onWish={(ceiling) => patch({ ceiling })}
          />
          {wish.deed === 'start-sale' ? (
            <>
              <OnSaleChoice {...asked} value={wish.onSale} onValue={(onSale) => patch({ onSale })} />
              <Text c="dimmed">
                The price becomes the compare-to price, of variations with a price of their own too. Ending the sale
                brings it back; the review gives it a start and an end.
              </Text>
            </>
          ) : (
            <Checkbox
              label="Prices of variations that have their own too"
              checked={wish.variations}
              onChange={(event) => patch({ variations: event.currentTarget.checked })}
            />
          )}
        </>
      )}
    </Stack>
  )
}

type PartProps = { wish: PriceWish; onPatch: (part: Partial<PriceWish>) => void; problem: string | undefined }

const directions = { nearest: 'To the nearest', up: 'Up', down: 'Down' } as const

function Rounded({ wish, onPatch, problem }: PartProps) {
  return (
    <Group gap="sm" align="flex-start">
      <Select
        label="Rounded"
        w={270}
        data={dataOf(endings)}
        value={wish.ending}
        allowDeselect={false}
        error={problem}
        onChange={(ending) => isKeyOf(endings, ending) && onPatch({ ending })}
      />
      {wish.ending !== 'none' && (
        <Select
          label="Direction"
          w={200}
          data={dataOf(directions)}
          value={wish.to}
          allowDeselect={false}
          onChange={(to) => isKeyOf(directions, to) && onPatch({ to })}
        />
      )}
    </Group>
  )
}
