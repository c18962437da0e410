import { Combobox, UnstyledButton, useCombobox } from '@mantine/core'
import { IconPhoto, IconPhotoOff } from '@tabler/icons-react'
import { sameKey } from '../../../../electron/shared/picture-key'
import { PictureImage } from '../../PictureImage'
import classes from './options.module.css'
import { useSwatchPictures, type SwatchPicture } from './swatch-pictures'

type Props = {
  label: string
  value: string
  readOnly: boolean
  isInPopover?: boolean
  onChange: (picture: string) => void
}

/** Which picture of the product a swatch shows. */
export function SwatchPictureBox({ label, value, readOnly, isInPopover = false, onChange }: Props) {
  const pictures = useSwatchPictures()
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const chosen = pictures.find(({ key }) => value !== '' && sameKey(key, value))
  const said = value === '' ? 'none' : (chosen?.label ?? 'a picture that is not here')
  return (
    <Combobox
      store={combobox}
      width={240}
      position="bottom-end"
      withinPortal={!isInPopover}
      onOptionSubmit={(key) => {
        onChange(key)
        combobox.closeDropdown()
      }}
    >
      <Combobox.Target targetType="button">
        <UnstyledButton
          className={classes.swatch}
          aria-label={`${label}: ${said}`}
          title={said === 'none' ? 'No picture' : said}
          disabled={readOnly}
          onClick={() => combobox.toggleDropdown()}
        >
          <Small picture={chosen} />
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options className={classes.swatches} aria-label={label}>
          <Combobox.Option value="" active={value === ''}>
            <span className={classes.swatchLine}>
              <IconPhotoOff size={18} stroke={1.5} aria-hidden />
              No picture
            </span>
          </Combobox.Option>
          {pictures.map((picture) => (
            <Combobox.Option key={picture.key} value={picture.key} active={picture === chosen}>
              <span className={classes.swatchLine}>
                <Small picture={picture} />
                <span className={classes.foldedText}>{picture.label}</span>
              </span>
            </Combobox.Option>
          ))}
          {pictures.length === 0 && (
            <Combobox.Empty>The product has no picture in the store. Add one on the Media tab first.</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** Its name beside it, or on its button, says what it is. */
function Small({ picture }: { picture: SwatchPicture | undefined }) {
  const none = <IconPhoto size={18} stroke={1.5} aria-hidden />
  return picture ? <PictureImage src={picture.src} alt="" width={28} height={28} instead={none} /> : none
}
