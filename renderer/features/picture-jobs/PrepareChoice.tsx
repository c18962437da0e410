import { Select, Slider, Switch, Text } from '@mantine/core'
import { useState } from 'react'
import type { PictureJob, PrepareOptions } from '../../../electron/shared/picture-job'
import { setJobOptions } from './job-actions'
import { sizeText } from './job-text'
import classes from './options.module.css'

const sides = [
  { value: '', label: 'As large as they are' },
  { value: '1200', label: '1,200 pixels' },
  { value: '1600', label: '1,600 pixels' },
  { value: '2048', label: '2,048 pixels' },
  { value: '3000', label: '3,000 pixels' },
  { value: '4096', label: '4,096 pixels' },
]

/** How pictures are written for the store; the files themselves never change. */
export function PrepareChoice({ job }: { job: PictureJob }) {
  const { prepare } = job.options
  const [quality, setQuality] = useState(prepare.quality)
  const set = (patch: Partial<PrepareOptions>) => void setJobOptions(job, { prepare: patch })
  const side = prepare.longestSide === null ? '' : String(prepare.longestSide)
  const known = sides.some(({ value }) => value === side)
  return (
    <section className={classes.group}>
      <h3 className={classes.groupTitle}>Preparing</h3>
      <Text fz="xs" c="dimmed">
        WebP, AVIF, HEIC, TIFF and BMP become JPEG, pictures above 20 MB are made to fit, and see-through ones stay PNG.
        Your files are not changed.
      </Text>
      <Select
        label="Longest side"
        data={known ? sides : [...sides, { value: side, label: `${side} pixels` }]}
        value={side}
        allowDeselect={false}
        onChange={(value) => set({ longestSide: value ? Number(value) : null })}
      />
      <div>
        <Text component="label" fw={500} id="picture-quality">
          Quality of JPEG, {Math.round(quality * 100)} %
        </Text>
        <Slider
          min={0.5}
          max={1}
          step={0.01}
          label={null}
          value={quality}
          thumbProps={{ 'aria-labelledby': 'picture-quality' }}
          onChange={setQuality}
          onChangeEnd={(value) => set({ quality: value })}
        />
      </div>
      <Switch
        label="Remove place and camera data"
        description="Where and with what a photo was taken. Its colours stay."
        checked={prepare.removeMetadata}
        onChange={({ currentTarget }) => set({ removeMetadata: currentTarget.checked })}
      />
      <Text component="output" fw={500} className="tabular">
        {sizeText(job)}
      </Text>
    </section>
  )
}
