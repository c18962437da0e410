import { Button, Loader, Text } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import { memo, useState } from 'react'
import { useNearSight } from '../../components/use-near-sight'
import { useTurn } from '../../components/use-turn'
import { addressOf, cancelIncoming, usePictureStore, type IncomingPicture } from '../../stores/picture-store'
import classes from './MediaTab.module.css'
import { shownAtFirst } from './PicturePlace'

const steps = { checking: 'Checking', converting: 'Converting', copying: 'Preparing' }

/** A picture that was just dropped: shown from its file while it is looked at, where it is in sight. */
export const IncomingCard = memo(function IncomingCard({ id, place }: { id: string; place: number }) {
  const picture = usePictureStore(({ incoming }) => incoming[id])
  const { isNear, ref } = useNearSight(place < shownAtFirst)
  const hasTurn = useTurn(isNear)
  // It may be asked once more while it goes.
  if (!picture) return null
  return (
    <li ref={ref} className={classes.place} aria-label={picture.name}>
      {hasTurn ? (
        <Card picture={picture} />
      ) : (
        <div className={classes.room} data-uploading>
          <div className={classes.frame} />
        </div>
      )}
    </li>
  )
})

function Card({ picture: { id, name, file, preview, step } }: { picture: IncomingPicture }) {
  const [isBroken, setBroken] = useState(false)
  const source = file ? addressOf(file) : preview
  return (
    <div className={classes.card}>
      <div className={classes.frame} data-incoming>
        {source && !isBroken ? (
          <img key={source} src={source} alt="" loading="lazy" decoding="async" onError={() => setBroken(true)} />
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
    </div>
  )
}
