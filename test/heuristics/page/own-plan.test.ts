import { describe, expect, test } from 'vitest'
import { ownPlanIn } from '../../../extension/heuristics/page/own-plan.ts'

describe('a sentence that says which plan is in use', () => {
  test.each([
    ['en', 'You’re on the Business plan', 'Business'],
    ['en', 'You are currently on the Premium Yearly plan. Thank you!', 'Premium Yearly'],
    ['de', 'Sie nutzen derzeit den Business-Tarif.', 'Business'],
    ['fr', 'Vous êtes abonné à la formule Pro.', 'Pro'],
    ['es', 'Actualmente tienes el plan Equipo.', 'Equipo'],
    ['pt', 'Você está no plano Essencial', 'Essencial'],
    ['it', 'Stai usando il piano Squadra', 'Squadra'],
    ['nl', 'Je gebruikt momenteel het Groei-abonnement', 'Groei'],
    ['sv', 'Du har planen Plus', 'Plus'],
    ['da', 'Du har abonnementet Plus', 'Plus'],
    ['pl', 'Korzystasz z planu Zespół', 'Zespół'],
    ['ja', '現在、ビジネスプランをご利用中です', 'ビジネス'],
    ['zh', '您当前使用的是专业版套餐', '专业版'],
    ['fr', 'You are on the Team plan', 'Team'],
  ])('%s: %s', (code, text, plan) => expect(ownPlanIn(text, code)).toBe(plan))

  test.each([
    'Choose the plan that fits your team',
    'You can change the plan at any moment',
    'You are on the free trial plan',
    'Upgrade to the Business plan',
  ])('%s says none', (text) => expect(ownPlanIn(text, 'en')).toBeUndefined())

  test.each([
    ['en', 'You are on an annual plan'],
    ['en', 'Your current plan is billed annually'],
    ['en', 'Your current plan is valid until June'],
    ['de', 'Sie können den Tarif jederzeit ändern'],
    ['de', 'Ihr Plan verlängert sich am 1. Juni'],
    ['fr', 'Vous êtes sur le plan annuel'],
    ['es', 'Tienes el plan anual'],
    ['pt', 'Seu plano inclui suporte'],
    ['it', 'Hai il piano annuale'],
    ['nl', 'Je hebt het abonnement opgezegd'],
    ['sv', 'Du har planen kvar'],
    ['da', 'Du har abonnementet endnu'],
    ['pl', 'Korzystasz z planu rocznego'],
    ['ja', '現在のプランをご利用中です'],
  ])('%s: %s is a sentence about a plan, and names none', (code, text) => expect(ownPlanIn(text, code)).toBeUndefined())
})
