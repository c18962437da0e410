import { Button, Loader, Text } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import { memo, useState } from 'react'
import { cancelIncoming, usePictureStore } from '../../stores/picture-store'
import classes from './MediaTab.module.css'

const steps = { checking: 'Checking', converting: 'Converting', copying: 'Preparing' }

/** A picture that was just dropped: shown from its file while it is looked at. */
export const IncomingCard = memo(function IncomingCard({ id }: { id: string }) {
  const picture = usePictureStore(({ incoming }) => incoming[id])
  const [isBroken, setBroken] = useState(false)
  // It may be asked once more while it goes.
  if (!picture) return null
  const { name, preview, step } = picture
  return (
    <li className={classes.card} aria-label={name}>
      <div className={classes.frame} data-incoming>
        {preview && !isBroken ? (
          <img key={preview} src={preview} alt="" loading="lazy" decoding="async" onError={() => setBroken(true)} />
        ) : (
          <span className={classes.broken}>
            <IconPhoto size={28} stroke={1.2} aria-hidden />
          </span>
        )}
      </div>
      <div className={classes.preparing}>
        <Text size="xs" className={classes.step}>
          <Loader size={10} aria-hidden /> {steps[step]}
        </Text>
        <Button
          variant="subtle"
          size="compact-xs"
          color="gray"
          aria-label={`Cancel ${name}`}
          onClick={() => cancelIncoming(id)}
        >
          Cancel
        </Button>
      </div>
      <Text size="xs" c="dimmed" truncate>
        {name}
      </Text>
    </li>
  )
})
