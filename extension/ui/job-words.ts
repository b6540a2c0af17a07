import type { Job } from '../../shared/vendor-directory/jobs.ts'
import { t } from './language.ts'

const words = {
  chat: () => t('finding.jobs.chat'),
  'video meetings': () => t('finding.jobs.video'),
  telephony: () => t('finding.jobs.telephony'),
  'file sharing': () => t('finding.jobs.files'),
  'project management': () => t('finding.jobs.projects'),
  'wiki and notes': () => t('finding.jobs.wiki'),
  whiteboard: () => t('finding.jobs.whiteboard'),
  design: () => t('finding.jobs.design'),
  'electronic signature': () => t('finding.jobs.signature'),
  'password manager': () => t('finding.jobs.passwords'),
  'single sign-on': () => t('finding.jobs.sso'),
  'endpoint security': () => t('finding.jobs.endpoint'),
  'mail security': () => t('finding.jobs.mail'),
  'security training': () => t('finding.jobs.training'),
  backup: () => t('finding.jobs.backup'),
  'remote access': () => t('finding.jobs.remote'),
  helpdesk: () => t('finding.jobs.helpdesk'),
  crm: () => t('finding.jobs.crm'),
  'e-mail marketing': () => t('finding.jobs.mailing'),
  surveys: () => t('finding.jobs.surveys'),
  scheduling: () => t('finding.jobs.scheduling'),
  'screen recording': () => t('finding.jobs.recording'),
  'code hosting': () => t('finding.jobs.code'),
  monitoring: () => t('finding.jobs.monitoring'),
  'error tracking': () => t('finding.jobs.errors'),
  'incident response': () => t('finding.jobs.incidents'),
  accounting: () => t('finding.jobs.accounting'),
  'human resources': () => t('finding.jobs.people'),
  vpn: () => t('finding.jobs.vpn'),
  'device management': () => t('finding.jobs.devices'),
  automation: () => t('finding.jobs.automation'),
  'writing assistance': () => t('finding.jobs.writing'),
} satisfies Record<Job, () => string>

const isJob = (word: string): word is Job => Object.hasOwn(words, word)

/** What several tools are bought for, in the person's language. A word that only a later version knows stays as it is. */
export const jobText = (job: string): string => (isJob(job) ? words[job]() : job)
