import { throughProcesses } from './through.ts'

throughProcesses('postgres')
