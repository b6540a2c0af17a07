import type { Language } from './language.ts'

export const pt: Language = {
  headers: {
    seat: 'assentos|assento|lugares|unidades|postos|vagas|posto|usuários incluídos|licenças de usuário|utilizadores incluídos',
    purchased:
      'compradas|comprados|adquiridas|adquiridos|contratadas|contratados|incluídas|contratado|contratada|incluídos|licenças compradas|licenças contratadas|quantidade comprada|quantidade contratada|licenças adquiridas|total adquirido|pedidas',
    assigned:
      'atribuídas|atribuídos|usadas|usados|utilizadas|utilizados|em uso|ocupados|consumidas|uso|alocadas|atribuída|atribuído|usado|ocupadas|consumidos|consumo|licenças atribuídas|licenças usadas|licenças em uso|alocados|utilização|distribuídas',
    available:
      'disponíveis|disponível|restantes|livres|não atribuídas|não atribuídos|livre|restante|não usadas|não utilizadas|sobrando|licenças disponíveis|a atribuir|ociosas|vagas livres',
    count: 'quantidade|qtd|qtde|número de|nº de|quant|qde',
    unlimited: 'ilimitado|ilimitada|ilimitados|ilimitadas|sem limite',
    capacity: 'limite|cota|capacidade|teto|quota',
    price:
      'preço|custo|tarifa|mensalidade|taxa|anuidade|valor mensal|valor anual|preço mensal|preço anual|custo mensal|custo anual|valor da assinatura|preço de renovação|valor de renovação|taxa mensal',
    amount: 'valor|montante|quantia|importância|valores|valor da fatura',
    total:
      'total|valor total|montante total|totais|total a pagar|total geral|preço total|custo total|total com impostos|total com iva|valor total da fatura|total da fatura',
    unit: 'por unidade|por usuário|por utilizador|unitário|preço unitário|valor unitário|por licença|por assento|custo unitário|preço por usuário|valor por usuário|preço por licença|por pessoa|custo por usuário|preço por utilizador',
    currency: 'moeda',
    subtotal: 'subtotal|líquido|sem impostos|valor líquido|base tributável|sem iva',
    tax: 'imposto|impostos|iva|iss|icms|tributos',
    paid: 'pago|valor pago|recebido|quitado valor',
    balance:
      'saldo|em aberto|valor devido|crédito|valor em aberto|em aberto valor|saldo devedor|a pagar|pendente de pagamento',
    discount: 'desconto|abatimento',
    date: 'data|dia|em|hora',
    start:
      'início|data de início|começa|desde|a partir de|válido a partir de|data de compra|data da compra|data início|ativado em|ativada em|ativação|data de ativação|contratado em|contratada em|data de contratação|vigente desde|início do contrato|adquirido em|data de aquisição|início da vigência|assinado em|aberto em|começa em|início do período|cliente desde|vigência a partir de|início da assinatura|ativo desde|subscrito em|data de adesão|adesão|data inicial',
    end: 'fim|término|data de término|vence|vencimento|data de vencimento|expira|expira em|expiração|data de expiração|válido até|validade|até|termina|termina em|encerramento|data final|data de fim|fim do contrato|fim da vigência|vigência até|encerra em|fim do período|data de validade|válida até|caduca em|fim do suporte|data de encerramento|fim da assinatura|acesso até|data fim|data de término prevista|fim previsto|término previsto',
    renew:
      'renovação|data de renovação|renova|renova em|próximo pagamento|próxima cobrança|próxima fatura|próxima renovação|próximo faturamento|renova se em|será renovado em|próximo vencimento|data da próxima cobrança|renovado em|data do próximo pagamento|será renovada em|renovação em|renovação automática em|próxima data de cobrança|próximo débito|próxima faturação|renova automaticamente em',
    next: 'próximo|próxima|seguinte',
    last: 'último|última',
    billing: 'cobrança|faturamento|pagamento|faturação',
    due: 'vencimento do pagamento|data limite|pagar até|vence em|prazo de pagamento|vencimento do boleto|vencimento da fatura|data limite de pagamento|pagável até|data de vencimento da fatura',
    issued:
      'emitida|emitida em|data da fatura|data de emissão|emissão|emitido em|data de faturamento|faturado em|data do documento|data emissão|data da emissão|data da nota',
    created:
      'criado|criada|criação|data de criação|adicionado|registrado|registado|cadastro|criado em|criada em|adicionado em|registrado em|registado em|data de registro|data de registo|cadastrado em|data de cadastro|membro desde|convidado em|inscrito em|registro',
    updated: 'atualizado|modificado|atualização',
    lastActive:
      'último acesso|última atividade|último login|última utilização|última sessão|visto por último|último início de sessão|último uso|última conexão|última vez ativo|data do último acesso|última visita|última autenticação|último acesso em|visto pela última vez',
    canceled: 'cancelado|cancelada|cancelamento|data de cancelamento|cancelado em|cancelada em',
    trial:
      'teste|avaliação|período de teste|avaliação gratuita|teste gratuito|versão de avaliação|período de avaliação|teste grátis',
    bought: 'comprado em|data do pedido',
    period:
      'período|ciclo|frequência|periodicidade|ciclo de cobrança|ciclo de faturamento|período de cobrança|período de faturamento|intervalo|recorrência|frequência de cobrança|frequência de pagamento|ciclo de faturação|ciclo de pagamento|tipo de cobrança|forma de cobrança|período de faturação|frequência de faturamento',
    status:
      'status|estado|situação|status do pagamento|status da assinatura|situação do pagamento|estado da subscrição|status da licença',
    auto: 'renovação automática|renova automaticamente|renovar automaticamente|auto renovação|autorrenovação|renovação auto|débito automático|pagamento automático|renova se automaticamente|cobrança automática|renovado automaticamente|é renovado automaticamente',
    active: 'ativo|ativa',
    enabled: 'ativado|habilitado|habilitada|ativada|permitido|ligado',
    disabled: 'desativado|desabilitado|bloqueado|desabilitada|desativada|suspenso|desligado',
    enforced:
      'obrigatório|obrigatória|exigido|requerido|exigida|exigir|impor|forçado|imposto a todos|tornar obrigatório',
    product:
      'produto|nome do produto|serviço|software|item|produtos|serviços|nome do serviço|solução|programa|artigo|descrição do produto|nome do software|itens',
    plan: 'plano|pacote|edição|tipo de licença|tipo de assinatura|nível|seu plano|plano atual|plano contratado|nome do plano|modalidade|tipo de plano|categoria do plano|tipo de subscrição|o seu plano',
    sku: 'sku|código do produto|referência do produto|código do item|código sku|part number|cód produto|código de produto',
    name: 'nome|nome completo|título|nome de exibição|denominação|nome apresentado|rótulo',
    id: 'id|identificador|referência|ref|código|número do contrato|nº do contrato|código do cliente|número de cliente|protocolo',
    number: 'número|nº|n|núm',
    type: 'tipo|categoria|classe|espécie',
    version: 'versão',
    description: 'descrição|nota|notas|comentário|observações|observação|comentários|detalhes|nota interna|histórico',
    vendor: 'fornecedor|fabricante|editora|revendedor|empresa|editor|marca|desenvolvedor|prestador',
    email:
      'e mail|email|correio eletrônico|endereço de e mail|endereço de email|e mail corporativo|mail|endereço eletrônico',
    user: 'usuário|usuários|utilizador|utilizadores|membro|membros|pessoa|funcionário|atribuído a|colaborador|funcionários|atribuída a|titular|administrador|nome do usuário|nome do utilizador|agente|integrante|responsável|nome do membro|contato|colaboradores',
    given: 'primeiro nome|nome próprio',
    family: 'sobrenome|apelido|último nome',
    login:
      'nome de usuário|nome de utilizador|login|usuário de acesso|id do usuário|nome da conta|nome de usuário da conta|conta de usuário',
    role: 'função|papel|cargo|permissões|funções|permissão|nível de acesso|perfil|tipo de usuário|privilégios|acesso|tipo de utilizador',
    mfa: 'autenticação de dois fatores|verificação em duas etapas|autenticação multifator|dois fatores|2 fa|mfa|login em duas etapas|autenticação em duas etapas|chave de segurança|aplicativo autenticador|duplo fator|segundo fator|verificação em dois passos|autenticação de dois passos|autenticação multifatorial|a 2 f|autenticação de múltiplos fatores|duas etapas|autenticação em dois fatores',
    sso: 'login único|logon único|sso|saml|single sign on|início de sessão único|provedor de identidade|autenticação única',
    invoice:
      'fatura|faturas|número da fatura|nota fiscal|recibo|nº da fatura|fatura nº|notas fiscais|boleto|número da nota|nº fatura|fatura n|nf|nfe|número do documento|nº do documento|referência da fatura|número de fatura|nota de crédito',
    domain: 'domínio|nome de domínio|domínios|nome do domínio',
    registrar: 'registrador|registrar|registrado em nome|agente de registro|entidade registradora',
    nameserver: 'servidores de nomes|servidor de nomes|servidores dns|servidor dns|nameservers',
    lock: 'bloqueio|bloqueio de transferência|travado|bloqueado para transferência|trava|bloqueio do domínio|proteção de transferência',
    certificate: 'certificado|certificados|certificado ssl|certificados ssl',
    subject: 'emitido para|nome comum|assunto do certificado|requerente|domínio principal|titular do certificado',
    issuer: 'emissor|emitido por|autoridade certificadora|autoridade de certificação|entidade emissora',
    names: 'nomes alternativos|outros nomes|nomes dns|outros domínios',
    serial: 'número de série|impressão digital|nº de série',
    subscription: 'assinatura|assinaturas|subscrição|subscrições|contrato|contratos',
    license: 'licença|licenças|licenciamento',
    app: 'aplicativo|aplicativos|aplicação|aplicações|integração|integrações|app|apps|aplicativo conectado|extensão|extensões|plugin|plugins|conector',
    scope: 'escopos|escopo|permissões concedidas|âmbitos|âmbito',
    password:
      'senha|senhas|palavra passe|senha mestra|política de senha|gerador de senhas|gerador de senha|palavras passe|política de senhas|tamanho da senha|complexidade da senha|política de palavra passe|palavra passe mestra|requisitos de senha|comprimento da senha',
    session:
      'sessão|duração da sessão|inatividade|tempo limite da sessão|sessões|tempo limite|tempo de inatividade|expiração da sessão|logout automático',
    retention: 'retenção|período de retenção|retenção de dados|conservação|política de retenção',
    backup: 'backup|backups|cópia de segurança|cópias de segurança|cópia de reserva',
    device:
      'política de dispositivo|conformidade de dispositivos|gerenciamento de dispositivos|dispositivos móveis|gestão de dispositivos|criptografia de dispositivos|bloqueio de tela|dispositivos gerenciados|política de dispositivos|bloqueio de ecrã',
    dlp: 'prevenção contra perda de dados|dlp|perda de dados|prevenção de perda de dados|vazamento de dados|fuga de dados',
    sharing:
      'compartilhamento externo|partilha externa|acesso de convidado|compartilhamento|partilha|acesso de convidados|links públicos|colaboração externa|convidados',
    logging:
      'registro de auditoria|auditoria|log de auditoria|logs de auditoria|registo de auditoria|registro de atividades|log de atividades|trilha de auditoria',
    policy: 'política|regra|segurança|políticas|regras|diretiva|conformidade|diretivas|configuração de segurança',
    minimum: 'mínimo|mínima|mín|pelo menos',
    maximum: 'máximo|máxima|máx',
    previous: 'anterior|antigo',
    estimate: 'estimado|estimativa|média|porcentagem|percentual',
    secret: 'chave|chave de licença|chave do produto|token',
    address: 'endereço|rua|cidade|cep|país|telefone|idioma|fuso horário',
  },
  fillers:
    'quais|de|do|da|dos|das|a|o|os|as|um|uma|e|em|no|na|para|por|com|seu|sua|atual|se|é|conta|seus|suas|meu|meus|minha|ou|que|este|esta|à|ao|pelo|pela|teu',
  yes: 'sim|ativado|ativo|automático|automática|verdadeiro|habilitado|ligado|ativada|ativa|configurado|permitido|obrigatório|s|automaticamente|renova automaticamente|renovação automática',
  no: 'não|desativado|inativo|manual|nenhum|falso|desabilitado|desligado|desativada|nenhuma|nunca|não configurado|sem|não ativado|não renovar|não será renovado|manualmente|renovação manual|desligada',
  periods: {
    day: 'dia|dias|diário|diária|por dia|ao dia',
    week: 'semana|semanas|semanal|por semana',
    month:
      'mês|meses|mensal|mensalmente|por mês|mensais|ao mês|cada mês|todo mês|cobrança mensal|pagamento mensal|faturamento mensal|a cada mês|cobrado mensalmente|todos os meses',
    quarter: 'trimestre|trimestres|trimestral|trimestralmente|por trimestre|a cada trimestre|a cada 3 meses',
    halfYear: 'semestre|semestral|semestralmente|a cada 6 meses|por semestre',
    year: 'ano|anos|anual|anualmente|por ano|anuais|ao ano|cada ano|todo ano|cobrança anual|pagamento anual|faturamento anual|a cada ano|cobrado anualmente|12 meses|todos os anos',
    never:
      'nunca|único|uma vez|vitalício|perpétua|única|vitalícia|sem validade|perpétuo|não expira|sem vencimento|permanente|pagamento único|sem expiração|indeterminado',
  },
  statuses: {
    active:
      'instalado|instalada|ativo|ativa|ativado|ativada|vigente|em andamento|válido|válida|confirmado|ativos|em vigor|em dia|regular|habilitado|habilitada|contratado|em curso|operacional|em uso|renovado|ok',
    inactive:
      'não instalado|não instalada|sem licença|inativo|inativa|não ativo|pausado|pausada|desativado|desativada|em pausa|arquivado|não ativado',
    trialing:
      'teste|em teste|avaliação|período de teste|teste gratuito|em avaliação|teste grátis|período de avaliação|versão de teste',
    'past-due':
      'atrasado|atrasada|em atraso|inadimplente|pagamento em atraso|vencido|vencida|pagamento atrasado|em mora|vencidas|pagamento vencido',
    suspended:
      'suspenso|suspensa|bloqueado|bloqueada|congelado|suspenso por falta de pagamento|restrito|pausado pelo administrador',
    canceled:
      'cancelado|cancelada|encerrado|encerrada|rescindido|terminado|finalizado|finalizada|cancelamento agendado|não será renovado|não será renovada|será cancelado|cancelamento solicitado|anulado|desistência|interrompido',
    expired: 'expirado|expirada|vencido|vencida|caducado|caducada|fora da validade',
    pending:
      'pendente|convidado|convidada|aguardando|em processamento|convite enviado|processando|a confirmar|agendado|em ativação|convite pendente|aguardando ativação|não confirmado|em análise|solicitado|aguardando aprovação|em preparação',
    deleted: 'excluído|excluída|removido|eliminado|removida|apagado',
    paid: 'pago|paga|liquidada|quitado|quitada|liquidado|recebido|pagas|compensado|pagamento confirmado|baixado',
    open: 'aberto|aberta|em aberto|não paga|não pago|enviada|emitida|a pagar|pendente|aguardando pagamento|emitido|a vencer|por pagar|pagamento pendente|a receber',
    draft: 'rascunho|proforma|provisório',
    void: 'anulada|anulado|cancelada|cancelado|estornado|inválida|incobrável',
    refunded: 'reembolsado|reembolsada|estornado|estornada|devolvido|reembolso|creditado',
    partial: 'parcial|parcialmente paga|parcialmente pago|parcialmente|pagamento parcial',
    failed: 'falhou|recusado|recusada|falha|rejeitado|não autorizado|falha no pagamento|pagamento recusado|negado',
    enforced:
      'obrigatório|obrigatória|exigido|exigida|imposto|requerido|obrigatório para todos|forçado|aplicado a todos',
    enabled: 'ativado|ativada|habilitado|habilitada|ativo|sim|ligado|ativa|permitido|configurado|configurada|conforme',
    disabled:
      'desativado|desativada|desabilitado|desabilitada|inativo|não|desligado|não configurado|não configurada|não habilitado|não permitido|não ativado|opcional|não obrigatório',
  },
  months: 'sep=9',
  of: 'de|de um total de|das|dos',
}
