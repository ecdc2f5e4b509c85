import { describe, inject } from 'vitest'
import { testStore } from '../support/database.ts'
import { journalContract } from './contract.ts'

describe('the contract of the journal, on PostgreSQL', () => journalContract(() => testStore(inject('postgresqlUrl'))))
