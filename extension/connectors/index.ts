import type { Connector } from '../connector-kit/define.ts'
import microsoft365 from './microsoft-365.ts'

/** Every admin console that is known by name, then the generic reader. One line a connector, in alphabetical order. */
export const connectors: Connector[] = [microsoft365]
