import { describe, inject } from 'vitest'
import { testStore } from '../support/database.ts'
import { databaseContract } from './contract.ts'

describe('the contract of a store, kept by PostgreSQL', () =>
  databaseContract(() => testStore(inject('postgresqlUrl'))))
