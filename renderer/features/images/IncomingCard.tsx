import { Button, Loader, Text } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import { useState } from 'react'
import { cancelIncoming, type IncomingPicture } from '../../stores/picture-store'
import classes from './MediaTab.module.css'

const steps = { checking: 'Checking', converting: 'Converting', copying: 'Preparing' }

/** A picture that was just dropped: shown from its file while it is looked at. */
export function IncomingCard({ picture: { id, name, preview, step } }: { picture: IncomingPicture }) {
  const [isBroken, setBroken] = useState(false)
  return (
    <li className={classes.card} aria-label={name}>
      <div className={classes.frame} data-incoming>
        {preview && !isBroken ? (
          <img key={preview} src={preview} alt="" onError={() => setBroken(true)} />
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
}
