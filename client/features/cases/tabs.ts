import type { ComponentType } from 'react'
import type { Permission } from '../../../server/contract/roles.ts'
import type { Dictionary } from '../../i18n/zh.ts'
import { later } from '../../ui/later.tsx'

/** A tab of the page. It is a file of its own, loaded when it is opened, and shown to those who may read it. */
export interface Tab {
  readonly id: keyof Dictionary['cases']['tabs']
  readonly needs: Permission
  readonly content: ComponentType
}

export const tabs: readonly Tab[] = [
  {
    id: 'cases',
    needs: 'cases.view',
    content: later(async () => (await import('./cases-tab.tsx')).CasesTab),
  },
  {
    id: 'property',
    needs: 'cases.view',
    content: later(async () => (await import('./property-tab.tsx')).PropertyTab),
  },
  {
    id: 'tickets',
    needs: 'cases.view',
    content: later(async () => (await import('./tickets-tab.tsx')).TicketsTab),
  },
  {
    id: 'discretion',
    needs: 'cases.view',
    content: later(async () => (await import('./discretion-tab.tsx')).DiscretionTab),
  },
  {
    id: 'dispatch',
    needs: 'cases.view',
    content: later(async () => (await import('./dispatch-tab.tsx')).DispatchTab),
  },
]
