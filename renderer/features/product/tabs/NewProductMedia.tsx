import { Button, Text } from '@mantine/core'
import { IconPhotoPlus } from '@tabler/icons-react'
import { useFormState } from '../form-state'
import classes from '../product.module.css'

/** Pictures belong to a product, so the first step makes it. */
export function NewProductMedia({ create }: { create: () => void }) {
  const { readOnly } = useFormState()
  return (
    <div className={classes.message}>
      <IconPhotoPlus size={32} stroke={1.25} aria-hidden />
      <Text>Create the product, and drop its pictures here. This works without a network too.</Text>
      <Button onClick={create} disabled={readOnly}>
        Create and add pictures
      </Button>
    </div>
  )
}
