import { describe } from 'vitest'
import { testStore } from '../support/database.ts'
import { journalContract } from './contract.ts'

describe('the contract of the journal, on the embedded store', () => journalContract(() => testStore()))
