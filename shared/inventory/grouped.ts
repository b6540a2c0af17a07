/** Lists by key, in one pass and in the order in which their members came. */
export function grouped<T, K>(members: Iterable<T>, keyOf: (member: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const member of members) addTo(groups, keyOf(member), member)
  return groups
}

export function addTo<K, T>(groups: Map<K, T[]>, key: K, member: T): void {
  const group = groups.get(key)
  if (group) group.push(member)
  else groups.set(key, [member])
}
