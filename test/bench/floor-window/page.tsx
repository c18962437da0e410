import '@mantine/core/styles.layer.css'
import { MantineProvider } from '@mantine/core'
import { createRoot } from 'react-dom/client'

const element = document.getElementById('root')
if (element) {
  createRoot(element).render(
    <MantineProvider>
      <div id="ready" />
    </MantineProvider>,
  )
}
