import { Button, Tabs, TextInput } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { PictureJob, PictureVerdict } from '../../../electron/shared/picture-job'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { AlikeBar } from './AlikeBar'
import { AddMore } from './ChooseFiles'
import { FileMenu } from './FileMenu'
import { FileRows } from './FileRows'
import { ModeChoice } from './ModeChoice'
import { OptionsPanel } from './OptionsPanel'
import { PicturePreview } from './PicturePreview'
import { PickProduct } from './PickProduct'
import { ProductRows } from './ProductRows'
import classes from './review.module.css'
import { openReview, searchReview, showTab, toggleOptions, useReviewStore } from './review-store'
import { ReviewFooter } from './ReviewFooter'

const tabs: { verdict: PictureVerdict; label: string }[] = [
  { verdict: 'matched', label: 'Matched' },
  { verdict: 'doubtful', label: 'Doubtful' },
  { verdict: 'unmatched', label: 'Unmatched' },
  { verdict: 'refused', label: 'Refused' },
  { verdict: 'already', label: 'Already there' },
  { verdict: 'leftOut', label: 'Left out' },
]

/** Every match with its reason, before anything is uploaded. */
export function Review({ job }: { job: PictureJob }) {
  const { tab, optionsOpen } = useReviewStore()
  const shown = tabs.filter(({ verdict }) => verdict !== 'leftOut' || tab === verdict || job.counts.leftOut > 0)
  useEffect(() => openReview(job.id, firstTab(job)), [job])

  const screen = useRef<HTMLDivElement>(null)

  return (
    <div ref={screen} className={classes.review}>
      <div className={classes.bar}>
        <ModeChoice job={job} />
        <span className={classes.barEnd}>
          <AddMore job={job} />
          <Button
            size="compact-sm"
            variant={optionsOpen ? 'light' : 'default'}
            leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
            aria-expanded={optionsOpen}
            onClick={toggleOptions}
          >
            Options
          </Button>
        </span>
      </div>
      <div className={classes.work}>
        <Tabs
          className={classes.tabs}
          value={tab}
          onChange={(value) => showTab((value ?? 'matched') as PictureVerdict)}
        >
          <div className={classes.tabLine}>
            <Tabs.List aria-label="Files by what was found" className={classes.tabList}>
              {shown.map(({ verdict, label }) => (
                <Tabs.Tab key={verdict} value={verdict}>
                  {label}{' '}
                  <span className={classes.tabCount} data-verdict={job.counts[verdict] > 0 ? verdict : undefined}>
                    {formatNumber(job.counts[verdict])}
                  </span>
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <ReviewSearch />
          </div>
          <AlikeBar job={job} />
          {tabs.map(({ verdict }) => (
            <Tabs.Panel key={verdict} value={verdict} className={classes.panel}>
              {verdict === 'matched' ? (
                <ProductRows job={job} />
              ) : (
                <FileRows key={verdict} job={job} verdict={verdict} />
              )}
            </Tabs.Panel>
          ))}
        </Tabs>
        {optionsOpen && <OptionsPanel job={job} />}
      </div>
      <ReviewFooter job={job} />
      <FileMenu job={job} />
      <PicturePreview connectionId={job.connectionId} within={screen} />
      <PickProduct job={job} />
    </div>
  )
}

function ReviewSearch() {
  const search = useReviewStore((review) => review.search)
  return (
    <TextInput
      size="xs"
      className={classes.search}
      leftSection={<IconSearch size={14} aria-hidden />}
      placeholder="Find a product or file"
      aria-label="Find a product or file in this upload"
      value={search}
      maxLength={200}
      onChange={({ currentTarget }) => searchReview(currentTarget.value)}
    />
  )
}

/** What there is; what is sure comes first. */
function firstTab({ counts }: PictureJob): PictureVerdict {
  return tabs.find(({ verdict }) => counts[verdict] > 0)?.verdict ?? 'matched'
}
