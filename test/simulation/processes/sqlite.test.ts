import { throughProcesses } from './through.ts'

throughProcesses('sqlite')
