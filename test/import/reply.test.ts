import { expect, it } from 'vitest'
import { importReply } from '../../server/supervision/import/imports.ts'
import type { Problem } from '../../server/supervision/import/problem.ts'

const problem = (file: string, line: number | null): Problem => ({
  file,
  line,
  field: null,
  message: { zh: '错', en: 'wrong' },
})

it('mistakes are told as somebody goes through the files: by file and line, what concerns the whole file first', () => {
  const problems = [problem('b.csv', 2), problem('a.csv', 10), problem('a.csv', 9), problem('b.csv', null)]
  const reply = importReply({ is: 'refused', problems }, [])
  expect(reply.is === 'refused' && reply.problems.map((p) => `${p.file} ${p.line}`)).toEqual([
    'a.csv 9',
    'a.csv 10',
    'b.csv null',
    'b.csv 2',
  ])
})
