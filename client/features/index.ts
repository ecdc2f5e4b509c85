import {
  AlertOutlined,
  ApartmentOutlined,
  BookOutlined,
  EnvironmentOutlined,
  FileSearchOutlined,
  HddOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import { type ComponentType, lazy } from 'react'
import type { Permission } from '../../server/contract/roles.ts'
import type { Dictionary } from '../i18n/zh.ts'

/** A page of the console. It is listed here when it works, and shown to those who may open it. */
export interface Feature {
  readonly id: keyof Dictionary['pages']
  readonly needs: Permission
  readonly icon: ComponentType
  readonly page: ComponentType
}

export const features: readonly Feature[] = [
  {
    id: 'situation',
    needs: 'situation.view',
    icon: EnvironmentOutlined,
    page: lazy(async () => ({ default: (await import('./situation/situation.tsx')).Situation })),
  },
  {
    id: 'findings',
    needs: 'findings.view',
    icon: AlertOutlined,
    page: lazy(async () => ({ default: (await import('./findings/findings.tsx')).Findings })),
  },
  {
    id: 'custody',
    needs: 'custody.view',
    icon: ApartmentOutlined,
    page: lazy(async () => ({ default: (await import('./custody/custody.tsx')).Custody })),
  },
  {
    id: 'devices',
    needs: 'devices.view',
    icon: HddOutlined,
    page: lazy(async () => ({ default: (await import('./devices/devices.tsx')).Devices })),
  },
  {
    id: 'rules',
    needs: 'rules.view',
    icon: BookOutlined,
    page: lazy(async () => ({ default: (await import('./rules/rules.tsx')).Rules })),
  },
  {
    id: 'accounts',
    needs: 'accounts.edit',
    icon: TeamOutlined,
    page: lazy(async () => ({ default: (await import('./accounts/accounts.tsx')).Accounts })),
  },
  {
    id: 'audit',
    needs: 'audit.view',
    icon: FileSearchOutlined,
    page: lazy(async () => ({ default: (await import('./audit/audit.tsx')).Audit })),
  },
]
