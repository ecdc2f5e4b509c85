import {
  AlertOutlined,
  ApartmentOutlined,
  BookOutlined,
  CameraOutlined,
  CarOutlined,
  EnvironmentOutlined,
  EyeOutlined,
  FileSearchOutlined,
  FolderOpenOutlined,
  HddOutlined,
  ImportOutlined,
  PhoneOutlined,
  PlaySquareOutlined,
  TeamOutlined,
  VideoCameraOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'
import type { Permission } from '../../server/contract/roles.ts'
import type { Dictionary } from '../i18n/zh.ts'
import { later } from '../ui/later.tsx'

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
    page: later(async () => (await import('./situation/situation.tsx')).Situation),
  },
  {
    id: 'findings',
    needs: 'findings.view',
    icon: AlertOutlined,
    page: later(async () => (await import('./findings/findings.tsx')).Findings),
  },
  {
    id: 'wall',
    needs: 'video.live',
    icon: VideoCameraOutlined,
    page: later(async () => (await import('./wall/wall.tsx')).Wall),
  },
  {
    id: 'video-patrol',
    needs: 'looks.view',
    icon: EyeOutlined,
    page: later(async () => (await import('./video-patrol/video-patrol.tsx')).VideoPatrol),
  },
  {
    id: 'custody',
    needs: 'custody.view',
    icon: ApartmentOutlined,
    page: later(async () => (await import('./custody/custody.tsx')).Custody),
  },
  {
    id: 'roll-call',
    needs: 'roll-call.view',
    icon: PhoneOutlined,
    page: later(async () => (await import('./roll-call/roll-call.tsx')).RollCall),
  },
  {
    id: 'patrol',
    needs: 'duty.view',
    icon: CarOutlined,
    page: later(async () => (await import('./patrol/patrol.tsx')).Patrol),
  },
  {
    id: 'cases',
    needs: 'cases.view',
    icon: FolderOpenOutlined,
    page: later(async () => (await import('./cases/cases.tsx')).Cases),
  },
  {
    id: 'review',
    needs: 'video.review',
    icon: PlaySquareOutlined,
    page: later(async () => (await import('./review/review.tsx')).Review),
  },
  {
    id: 'devices',
    needs: 'devices.view',
    icon: HddOutlined,
    page: later(async () => (await import('./devices/devices.tsx')).Devices),
  },
  {
    id: 'cameras',
    needs: 'cameras.edit',
    icon: CameraOutlined,
    page: later(async () => (await import('./cameras/cameras.tsx')).Cameras),
  },
  {
    id: 'imports',
    needs: 'imports.run',
    icon: ImportOutlined,
    page: later(async () => (await import('./imports/imports.tsx')).Imports),
  },
  {
    id: 'rules',
    needs: 'rules.view',
    icon: BookOutlined,
    page: later(async () => (await import('./rules/rules.tsx')).Rules),
  },
  {
    id: 'accounts',
    needs: 'accounts.edit',
    icon: TeamOutlined,
    page: later(async () => (await import('./accounts/accounts.tsx')).Accounts),
  },
  {
    id: 'audit',
    needs: 'audit.view',
    icon: FileSearchOutlined,
    page: later(async () => (await import('./audit/audit.tsx')).Audit),
  },
]
