import type { Connector } from '../connector-kit/define.ts'
import atlassian from './atlassian.ts'
import generic from './generic.ts'
import github from './github.ts'
import googleWorkspace from './google-workspace.ts'
import microsoft365 from './microsoft-365.ts'
import okta from './okta.ts'
import slack from './slack.ts'
import zoom from './zoom.ts'

/** Every admin console that is known by name, in alphabetical order; the generic reader comes last. One line each. */
export const connectors: Connector[] = [atlassian, github, googleWorkspace, microsoft365, okta, slack, zoom, generic]
