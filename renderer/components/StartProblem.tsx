/** Shown when not even the first questions to main were answered; stands without theme and stores. */
export function StartProblem({ message }: { message: string }) {
  return (
    <main style={{ padding: 32, maxWidth: 560 }}>
      <h1>Stockroom could not start</h1>
      <p role="alert">{message}</p>
      <p>Your catalogue and your changes are still on this computer. Quit Stockroom and open it again.</p>
    </main>
  )
}
