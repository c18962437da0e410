import { ActionIcon, Button, Progress, Text, TextInput } from '@mantine/core'
import { IconDownload, IconFile, IconFilePlus, IconTrash } from '@tabler/icons-react'
import { memo, useCallback, useEffect, useEffectEvent, useRef, useState, type DragEvent } from 'react'
import { productLists } from '../../../electron/shared/fields/product-lists'
import { noWords } from '../../../electron/shared/fields/kind'
import type { FileForBuyers } from '../../../electron/shared/product'
import { FileInput } from '../../components/FileInput'
import { isComposing } from '../../components/keys'
import { notifyDone, notifyProblem, tellWhyNot } from '../../components/notify'
import { tellDone } from '../../components/offer-undo'
import { Section } from '../../components/Section'
import { carriesFiles } from '../../stores/dropped-pictures'
import { addFiles, describeFile, removeFile, saveFile, stopSaving, type TakenFiles } from '../../stores/file-actions'
import { undoSet } from '../../stores/picture-actions'
import type { ProductTarget } from '../../stores/product-action'
import { useProductStore } from '../../stores/product-store'
import { useSaving } from '../../stores/savings-store'
import { MediaStatus } from './MediaStatus'
import classes from './media-lists.module.css'

type Props = { target: ProductTarget; canUpdate: boolean; onSpoken: (text: string) => void }

const { size: sizeField } = productLists.files.kind.list.fields

/** What buyers download after they have paid. It has a place to drop of its own: a picture dropped here is a file. */
export function Files({ target, canUpdate, onSpoken }: Props) {
  const files = useProductStore(({ open }) => open?.detail?.files ?? none)
  const input = useRef<HTMLInputElement>(null)
  const choose = useRef<HTMLButtonElement>(null)
  const [copying, setCopying] = useState<string | null>(null)
  const [refused, setRefused] = useState<TakenFiles['refused']>([])
  const [isOver, setOver] = useState(false)
  const before = useRef(Promise.resolve())

  /** What comes while others are copied is copied after them. */
  function take(chosen: File[]): void {
    if (copying === null) setRefused([])
    before.current = before.current.then(() => takeNow(chosen))
  }

  async function takeNow(chosen: File[]): Promise<void> {
    if (chosen.length === 0) return
    const taken = await addFiles(target, chosen, setCopying)
    setCopying(null)
    setRefused((known) => [
      ...known.filter(({ name }) => !taken.refused.some((each) => each.name === name)),
      ...taken.refused,
    ])
    if (taken.problem) return notifyProblem(taken.problem)
    if (taken.added > 0) onSpoken(`${taken.added === 1 ? '1 file' : `${taken.added} files`} added.`)
  }

  // The same each time: every row heeds it.
  const remove = useCallback(
    async ({ id, name }: FileForBuyers): Promise<void> => {
      const done = await removeFile(target, id)
      if (!done.problem) {
        choose.current?.focus()
        onSpoken(`File “${name}” removed.`)
      }
      tellDone({ ...done, message: `File “${name}” removed`, undo: (changeSetId) => undoSet(target, changeSetId) })
    },
    [target, onSpoken],
  )

  // The tab around it takes pictures.
  const heed = (event: DragEvent, over: boolean): boolean => {
    if (!canUpdate || !carriesFiles(event.dataTransfer)) return false
    event.preventDefault()
    event.stopPropagation()
    setOver(over)
    return true
  }

  return (
    <div
      className={classes.drop}
      data-over={isOver}
      data-files-drop
      onDragEnter={(event) => void heed(event, true)}
      onDragOver={(event) => void heed(event, true)}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (heed(event, false)) take(Array.from(event.dataTransfer.files))
      }}
    >
      <Section title={productLists.files.title}>
        {canUpdate && (
          <div className={classes.ways}>
            <Button
              ref={choose}
              variant="default"
              leftSection={<IconFilePlus size={16} aria-hidden />}
              loading={copying !== null}
              onClick={() => input.current?.click()}
            >
              Add files
            </Button>
            <FileInput ref={input} label="Files for buyers" multiple onFiles={take} />
            <Text c="dimmed" size="xs">
              {copying === null
                ? 'or drop them here: up to 2 GB each, as far as your Ecwid plan has room'
                : `Copying ${copying}`}
            </Text>
          </div>
        )}
        {refused.length > 0 && (
          <div role="alert" className={classes.refused}>
            {refused.map(({ name, reason }) => (
              <p key={name}>
                <strong>{name}</strong> was not added. {reason}
              </p>
            ))}
          </div>
        )}
        {files.length === 0 && !canUpdate && <Text c="dimmed">This product has no files.</Text>}
        {files.length > 0 && (
          <ul className={classes.list} aria-label={productLists.files.title}>
            {files.map((file) => (
              <Row key={file.id} {...{ target, file, onSpoken }} onRemove={canUpdate ? remove : null} />
            ))}
          </ul>
        )}
      </Section>
    </div>
  )
}

const none: never[] = []

type RowProps = {
  target: ProductTarget
  file: FileForBuyers
  /** Text for screen readers. */
  onSpoken: (text: string) => void
  onRemove: ((file: FileForBuyers) => Promise<void>) | null
}

const Row = memo(function Row({ target, file, onSpoken, onRemove }: RowProps) {
  const { id, name, size, upload } = file
  const progress = useSaving(target.connectionId, target.productId, id)
  return (
    <li className={classes.row} data-field={upload ? `change-${upload.changeId}` : undefined}>
      <IconFile size={20} stroke={1.2} aria-hidden />
      <div className={classes.words}>
        <span className={classes.title}>{name}</span>
        <span className={classes.address}>{sizeField.kind.shown(size, noWords)}</span>
        {progress !== null && (
          <span className={classes.status}>
            Saving {Math.round(progress * 100)} %
            <Progress w={80} value={progress * 100} size="sm" aria-label={`Saving ${name}`} />
            <Button
              variant="subtle"
              size="compact-xs"
              color="gray"
              aria-label={`Stop saving ${name}`}
              onClick={() => void stopSaving(target, id)}
            >
              Cancel
            </Button>
          </span>
        )}
        {upload && <MediaStatus target={target} change={upload} what={name} isReadOnly={onRemove === null} />}
      </div>
      <Description target={target} file={file} isReadOnly={onRemove === null} />
      {upload === null && <Save {...{ target, file, onSpoken }} />}
      {onRemove && (
        <ActionIcon variant="subtle" color="gray" aria-label={`Remove ${name}`} onClick={() => void onRemove(file)}>
          <IconTrash size={16} />
        </ActionIcon>
      )}
    </li>
  )
})

function Save({ target, file: { id, name }, onSpoken }: Omit<RowProps, 'onRemove'>) {
  const [isSaving, setSaving] = useState(false)

  async function save(): Promise<void> {
    setSaving(true)
    const saved = await saveFile(target, id)
    setSaving(false)
    if (saved === false) return
    if (saved !== true) return notifyProblem(saved)
    onSpoken('File saved on this computer.')
    notifyDone(`${name} is saved on this computer.`)
  }

  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={`Save ${name}…`}
      loading={isSaving}
      onClick={() => void save()}
    >
      <IconDownload size={16} />
    </ActionIcon>
  )
}

type DescriptionProps = { target: ProductTarget; file: FileForBuyers; isReadOnly: boolean }

/** Saved when the field is left or on Enter; Escape takes the typing back, as with the texts of pictures. */
function Description({ target, file, isReadOnly }: DescriptionProps) {
  const { id, name, description } = file
  const [typed, setTyped] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)

  async function save(): Promise<void> {
    setTyped(null)
    if (typed === null || typed.trim() === description) return
    tellWhyNot((await describeFile(target, id, typed.trim())).problem)
  }
  const saveOnLeaving = useEffectEvent(() => void save())
  useEffect(() => () => saveOnLeaving(), [])

  return (
    <TextInput
      ref={input}
      className={classes.description}
      size="xs"
      aria-label={`Description of ${name}`}
      placeholder="Description"
      maxLength={1000}
      value={typed ?? description}
      readOnly={isReadOnly}
      onFocus={() => !isReadOnly && setTyped(description)}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (isComposing(event)) return
        if (event.key === 'Enter') {
          event.preventDefault()
          input.current?.blur()
        } else if (event.key === 'Escape' && typed !== null && typed !== description) {
          event.stopPropagation()
          setTyped(description)
        }
      }}
    />
  )
}
