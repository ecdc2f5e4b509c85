import type { Context } from '../context.ts'
import type { AnyRoute } from '../route.ts'
import { accountRoutes } from './accounts.ts'
import { auditRoutes } from './audit.ts'
import { backtestRoutes } from './backtest.ts'
import { cameraRoutes } from './cameras.ts'
import { carrierRoutes } from './carriers.ts'
import { caseRoutes } from './cases.ts'
import { claimRoutes } from './claims.ts'
import { custodyRoutes } from './custody.ts'
import { deviceRoutes } from './devices.ts'
import { dutyRoutes } from './duty.ts'
import { exportRoutes } from './exports.ts'
import { findingRoutes } from './findings.ts'
import { importRoutes } from './imports.ts'
import { incidentRoutes } from './incidents.ts'
import { liveRoutes } from './live.ts'
import { phoneRoutes } from './phone.ts'
import { pictureRoutes } from './picture.ts'
import { reviewRoutes } from './reviews.ts'
import { rollCallRoutes } from './roll-call.ts'
import { ruleRoutes } from './rules.ts'
import { sessionRoutes } from './session.ts'
import { shiftRoutes } from './shifts.ts'
import { ticketRoutes } from './tickets.ts'
import { videoRoutes } from './video.ts'
import { videoPatrolRoutes } from './video-patrol.ts'
import { wallRoutes } from './walls.ts'
import { zoneRoutes } from './zones.ts'

/** The route table: everything a console may ask for over HTTP. What is not in it does not exist. */
export const routeTable = (context: Context): readonly AnyRoute[] => [
  ...sessionRoutes(context),
  ...pictureRoutes(context),
  ...findingRoutes(context),
  ...carrierRoutes(context),
  ...caseRoutes(context),
  ...ticketRoutes(context),
  ...incidentRoutes(context),
  ...custodyRoutes(context),
  ...claimRoutes(context),
  ...rollCallRoutes(context),
  ...dutyRoutes(context),
  ...phoneRoutes(context),
  ...shiftRoutes(context),
  ...zoneRoutes(context),
  ...videoRoutes(context),
  ...reviewRoutes(context),
  ...exportRoutes(context),
  ...ruleRoutes(context),
  ...backtestRoutes(context),
  ...deviceRoutes(context),
  ...cameraRoutes(context),
  ...liveRoutes(context),
  ...wallRoutes(context),
  ...videoPatrolRoutes(context),
  ...importRoutes(context),
  ...accountRoutes(context),
  ...auditRoutes(context),
]
