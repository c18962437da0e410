const colors = ['#2f9683', '#b0651e', '#4c6fd1', '#a8487c', '#6b8a2a', '#7a5cc2', '#c24a3c', '#2a86a8', '#8a6d2f']

/** Tells stores apart at a glance: by their place, so that neighbours always differ. */
export function storeColor(index: number): string {
  return colors[index % colors.length] ?? '#2f9683'
}
