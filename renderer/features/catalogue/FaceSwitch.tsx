import { SegmentedControl, Tooltip, VisuallyHidden } from '@mantine/core'
import { IconLayoutList, IconTable } from '@tabler/icons-react'
import { memo } from 'react'
import { catalogueFaces, type CatalogueFace } from '../../../electron/shared/settings'
import { chooseFace, useFace } from '../../stores/open-view-store'
import classes from './CatalogueToolbar.module.css'

const faces: Record<CatalogueFace, { label: string; Icon: typeof IconTable }> = {
  list: { label: 'List', Icon: IconLayoutList },
  sheet: { label: 'Sheet', Icon: IconTable },
}

/** The products as a list to look through, or as a sheet to type into. No letter of a search draws it anew. */
export const FaceSwitch = memo(function FaceSwitch() {
  const face = useFace()
  return (
    <SegmentedControl
      aria-label="Show the products as"
      h={34}
      value={face}
      onChange={(next) => {
        const chosen = catalogueFaces.find((each) => each === next)
        if (chosen) chooseFace(chosen)
      }}
      data={catalogueFaces.map((each) => {
        const { label, Icon } = faces[each]
        return {
          value: each,
          label: (
            <Tooltip label={label}>
              <span className={classes.face}>
                <Icon size={16} aria-hidden />
                <VisuallyHidden>{label}</VisuallyHidden>
              </span>
            </Tooltip>
          ),
        }
      })}
    />
  )
})
