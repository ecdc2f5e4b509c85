import type { Context } from '../context.ts'
import type { AnyRoute } from '../route.ts'
import { accountRoutes } from './accounts.ts'
import { auditRoutes } from './audit.ts'
import { backtestRoutes } from './backtest.ts'
import { carrierRoutes } from './carriers.ts'
import { claimRoutes } from './claims.ts'
import { custodyRoutes } from './custody.ts'
import { deviceRoutes } from './devices.ts'
import { findingRoutes } from './findings.ts'
import { pictureRoutes } from './picture.ts'
import { ruleRoutes } from './rules.ts'
import { sessionRoutes } from './session.ts'
import { zoneRoutes } from './zones.ts'

/** The route table: everything a console may ask for over HTTP. What is not in it does not exist. */
export const routeTable = (context: Context): readonly AnyRoute[] => [
  ...sessionRoutes(context),
  ...pictureRoutes(context),
  ...findingRoutes(context),
  ...carrierRoutes(context),
  ...custodyRoutes(context),
  ...claimRoutes(context),
  ...zoneRoutes(context),
  ...ruleRoutes(context),
  ...backtestRoutes(context),
  ...deviceRoutes(context),
  ...accountRoutes(context),
  ...auditRoutes(context),
]
