import type { RadioView, TrunkView } from '../contract/views.ts'
import type { Register } from '../domain/register.ts'
import type { Instant } from '../domain/time.ts'

/** The radios a carrier has: over which site they were heard last, and whether they could be heard at all. */
export const radiosOf = ({ radio: register }: Register, carrier: string, at: Instant): RadioView[] =>
  register.radiosOf(carrier).map(({ radio }) => ({
    radio,
    registered: register.registered(radio, at) ?? null,
    site: register.site(register.siteOf(radio, at))?.name ?? null,
    lastHeardAt: register.heard(radio, at)?.at ?? null,
    channel: register.channelOf(radio, at).is,
  }))

/** Every gateway, and every site of it that has a channel of its own. */
export const trunksAt = ({ radio: register }: Register, at: Instant): TrunkView[] =>
  register.trunks().flatMap(({ gateway, name }) => {
    const line = (site: TrunkView['site'], id: string | null): TrunkView => {
      const { is, since } = register.channel(gateway, id, at)
      return { gateway, name, site, channel: is, since: since ?? null }
    }
    const sites = register.sites().filter((s) => s.gateway === gateway)
    return sites.length === 0 ? [line(null, null)] : sites.map((s) => line(s.name, s.site))
  })
