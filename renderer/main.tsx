import './styles/base.css'
import '@mantine/core/styles.layer.css'
import '@mantine/dates/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@mantine/tiptap/styles.layer.css'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { StartProblem } from './components/StartProblem'
import { problemOf } from './bridge'
import { loadStart, subscribe } from './stores/subscribe'

const element = document.getElementById('root')
if (element) void start(element)

async function start(element: HTMLElement): Promise<void> {
  const root = createRoot(element)
  try {
    subscribe()
    await loadStart()
    root.render(<App />)
  } catch (error) {
    root.render(<StartProblem message={problemOf(error).message} />)
  }
}
