import { explore } from './explore.ts'

explore(1, 2)
