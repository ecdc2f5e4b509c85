import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const reply = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><SOAP-ENV:Envelope xmlns:SOAP-ENV="http://www.w3.org/2003/05/soap-envelope" xmlns:tds="http://www.onvif.org/ver10/device/wsdl" xmlns:tt="http://www.onvif.org/ver10/schema"><SOAP-ENV:Body>${body}</SOAP-ENV:Body></SOAP-ENV:Envelope>`

const textOf = (xml: string, name: string): string =>
  new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([^<]*)</`).exec(xml)?.[1] ?? ''

/** Seconds by which the time in a digest may differ from the camera's, as real cameras have it. */
const FRESH_MS = 30_000

/** ONVIF's device service as far as a clock needs it: GetSystemDateAndTime for anybody, GetDeviceInformation with a digest. */
export const startOnvif = async (options: {
  readonly port: number
  readonly user: string | null
  readonly password: string | null
  readonly offsetMs: () => number
}) => {
  const now = (): number => Date.now() + options.offsetMs()
  const proves = (xml: string): boolean => {
    if (options.user === null) return true
    const created = textOf(xml, 'Created')
    const nonce = Buffer.from(textOf(xml, 'Nonce'), 'base64')
    const digest = createHash('sha1')
      .update(nonce)
      .update(created)
      .update(options.password ?? '')
      .digest('base64')
    const fresh = Math.abs(Date.parse(created) - now()) <= FRESH_MS
    return fresh && textOf(xml, 'Username') === options.user && textOf(xml, 'Password') === digest
  }
  const answer = (xml: string): readonly [number, string] => {
    if (xml.includes('GetSystemDateAndTime')) {
      const at = new Date(now())
      const time = `<tt:Time><tt:Hour>${at.getUTCHours()}</tt:Hour><tt:Minute>${at.getUTCMinutes()}</tt:Minute><tt:Second>${at.getUTCSeconds()}</tt:Second></tt:Time>`
      const date = `<tt:Date><tt:Year>${at.getUTCFullYear()}</tt:Year><tt:Month>${at.getUTCMonth() + 1}</tt:Month><tt:Day>${at.getUTCDate()}</tt:Day></tt:Date>`
      return [
        200,
        `<tds:GetSystemDateAndTimeResponse><tds:SystemDateAndTime><tt:DateTimeType>NTP</tt:DateTimeType><tt:DaylightSavings>false</tt:DaylightSavings><tt:UTCDateTime>${time}${date}</tt:UTCDateTime></tds:SystemDateAndTime></tds:GetSystemDateAndTimeResponse>`,
      ]
    }
    if (!proves(xml))
      return [
        400,
        '<SOAP-ENV:Fault><SOAP-ENV:Code><SOAP-ENV:Value>SOAP-ENV:Sender</SOAP-ENV:Value><SOAP-ENV:Subcode><SOAP-ENV:Value>ter:NotAuthorized</SOAP-ENV:Value></SOAP-ENV:Subcode></SOAP-ENV:Code></SOAP-ENV:Fault>',
      ]
    return [
      200,
      '<tds:GetDeviceInformationResponse><tds:Manufacturer>Yunling</tds:Manufacturer><tds:Model>SIM-2</tds:Model><tds:FirmwareVersion>1.0.0</tds:FirmwareVersion><tds:SerialNumber>0</tds:SerialNumber><tds:HardwareId>0</tds:HardwareId></tds:GetDeviceInformationResponse>',
    ]
  }
  const server = createServer((request, response) => {
    let xml = ''
    request.on('data', (chunk) => {
      xml += chunk
    })
    request.on('end', () => {
      const [status, body] = answer(xml)
      response.writeHead(status, { 'content-type': 'application/soap+xml; charset=utf-8' }).end(reply(body))
    })
  })
  server.listen(options.port, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    close: (): Promise<void> =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
