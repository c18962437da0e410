import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useId, useRef } from 'react'
import type { AltScope } from '../../../electron/shared/alt-text'
import { setAltPattern, setAltScope } from '../../stores/alt-texts-store'
import classes from './alt-texts.module.css'

const parts = ['{name}', '{sku}', '{position}']

type Props = { pattern: string; scope: AltScope; problem: string | null }

/** The pattern of the texts, and which pictures it is for. */
export function AltPatternField({ pattern, scope, problem }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const scopeId = useId()
  const insert = (part: string) => {
    const field = input.current
    const at = field?.selectionStart ?? pattern.length
    const next = pattern.slice(0, at) + part + pattern.slice(field?.selectionEnd ?? at)
    setAltPattern(next.slice(0, 500))
    field?.focus()
    requestAnimationFrame(() => field?.setSelectionRange(at + part.length, at + part.length))
  }
  return (
    <div className={classes.wish}>
      <div className={classes.pattern}>
        <TextInput
          ref={input}
          data-autofocus
          label="Alt text of each picture"
          description="For people who do not see the picture, and for search engines. Empty: only what you type below."
          placeholder="{name}, {position}"
          value={pattern}
          maxLength={500}
          error={problem}
          onChange={({ currentTarget }) => setAltPattern(currentTarget.value)}
        />
        <span className={classes.parts}>
          {parts.map((part) => (
            <Button key={part} size="compact-xs" variant="default" onClick={() => insert(part)}>
              {part}
            </Button>
          ))}
        </span>
      </div>
      <div className={classes.scope}>
        <span id={scopeId} className={classes.scopeLabel}>
          For
        </span>
        <SegmentedControl
          aria-labelledby={scopeId}
          value={scope}
          onChange={(value) => setAltScope(value === 'all' ? 'all' : 'missing')}
          data={[
            { value: 'missing', label: 'Pictures without one' },
            { value: 'all', label: 'All pictures' },
          ]}
        />
      </div>
    </div>
  )
}
