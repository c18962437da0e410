/** The key that does the same as a line of a menu. */
export function MenuKey({ name }: { name: string }) {
  return (
    <span aria-hidden style={{ fontSize: 12 }}>
      {name}
    </span>
  )
}
