import { Button, Text } from '@mantine/core'
import { IconPhotoPlus } from '@tabler/icons-react'
import { takePictures } from '../../../components/take-pictures'
import type { DroppedPictures } from '../../../stores/dropped-pictures'
import { usePictureDrop } from '../../../stores/use-picture-drop'
import { useFormState } from '../form-state'
import classes from '../product.module.css'

/** Pictures belong to a product, so the first step makes it; pictures dropped here come right after. */
export function NewProductMedia({ create }: { create: (pictures?: DroppedPictures) => void }) {
  const { readOnly } = useFormState()
  const drop = usePictureDrop(readOnly ? null : takePictures(create))
  return (
    <div className={`${classes.message} ${classes.dropPlace}`} data-over={drop.isOver} {...drop.handlers}>
      <IconPhotoPlus size={32} stroke={1.25} aria-hidden />
      <Text>Drop pictures here: the product is created with them. This works without a network too.</Text>
      <Button onClick={() => create()} disabled={readOnly}>
        Create and add pictures
      </Button>
    </div>
  )
}
