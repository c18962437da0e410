import { ActionIcon, Tooltip } from '@mantine/core'
import { IconFileExport, IconFileSpreadsheet, IconTableImport } from '@tabler/icons-react'
import { shortcuts } from '../../../electron/shared/shortcuts'
import { MenuKey } from '../../components/MenuKey'
import { keyLabels } from '../../format/key-label'
import { Menu } from '../../overlays/Menu'
import { runCommand } from '../../stores/command-store'

const entries = [
  { command: 'import-products', label: 'Import a table…', Icon: IconTableImport },
  { command: 'export-products', label: 'Export products…', Icon: IconFileExport },
] as const

/** Products that come from files and go into them. */
export function FilesMenu() {
  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <Tooltip label="Import and export">
          <ActionIcon variant="default" size={34} aria-label="Import and export">
            <IconFileSpreadsheet size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {entries.map(({ command, label, Icon }) => (
          <Menu.Item
            key={command}
            leftSection={<Icon size={16} aria-hidden />}
            rightSection={<MenuKey name={keyLabels(shortcuts[command]).join('+')} />}
            onClick={() => runCommand(command)}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
