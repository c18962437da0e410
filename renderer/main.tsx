import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/inter/wght-italic.css'
import './styles/base.css'
import './styles/mantine'
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
    // The first thing painted is painted in it, so that nothing moves; without it the system's own will do.
    const typeface = document.fonts.load('1em "Inter Variable"').catch(() => [])
    await Promise.all([loadStart(), typeface])
    root.render(<App />)
  } catch (error) {
    root.render(<StartProblem message={problemOf(error).message} />)
  }
}
