import { explore } from './explore.ts'

explore(0, 2)
