const compound = new Set([
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '司徒',
  '夏侯',
  '端木',
])

/** 王小明 → 王某某, 欧阳锋 → 欧阳某, John Smith → J***. How the police print a name that the reader need not know. */
export const masked = (name: string): string => {
  const chars = [...name.trim()]
  if (!/^[\u3400-\u9fff]/.test(name.trim())) return `${chars[0]?.toUpperCase() ?? ''}***`
  if (/[·•]/.test(name)) return `${chars[0]}某`
  const family = chars.length > 2 && compound.has(chars.slice(0, 2).join('')) ? 2 : 1
  return chars.slice(0, family).join('') + '某'.repeat(Math.max(1, Math.min(2, chars.length - family)))
}
