import type { Language } from './language.ts'

export const es: Language = {
  headers: {
    seat: 'puestos|puesto|asientos|plazas|unidades|usuarios con licencia|plaza|asiento|usuarios incluidos|puestos de usuario|licencias de usuario',
    purchased:
      'compradas|comprados|adquiridas|adquiridos|contratadas|contratados|incluidas|incluidos|contratada|contratado|pedidas|licencias compradas|licencias contratadas|cantidad comprada|cantidad contratada|total contratado|en propiedad',
    assigned:
      'asignadas|asignados|usadas|usados|utilizadas|utilizados|en uso|ocupados|ocupadas|consumidas|uso|asignada|asignado|usado|consumidos|consumo|licencias asignadas|licencias usadas|licencias en uso|consumido|distribuidas|activadas en uso',
    available:
      'disponibles|disponible|restantes|libres|sin asignar|no asignadas|libre|restante|sin usar|sin utilizar|no utilizadas|por asignar|sobrantes|licencias disponibles|quedan',
    count: 'cantidad|número de|nº de|cant|n de|uds|ud|cantidades',
    unlimited: 'ilimitado|ilimitada|ilimitados|ilimitadas|sin límite',
    capacity: 'límite|cuota|cupo|capacidad|tope|cuota máxima',
    price:
      'precio|costo|coste|tarifa|cuota mensual|importe mensual|importe anual|precio mensual|precio anual|coste anual|coste mensual|costo mensual|costo anual|cuota anual|precio de renovación|mensualidad|anualidad',
    amount: 'importe|monto|valor|suma|cantidad a pagar|importes',
    total:
      'total|totales|importe total|monto total|total a pagar|total con iva|total factura|precio total|coste total|total general|total iva incluido',
    unit: 'por unidad|por usuario|unitario|precio unitario|por licencia|por puesto|por asiento|coste unitario|costo unitario|precio por usuario|precio por licencia|precio por puesto|p unitario|p u|por persona|coste por usuario',
    currency: 'moneda|divisa',
    subtotal: 'subtotal|neto|base imponible|sin impuestos|base|total sin iva|importe neto|sin iva',
    tax: 'impuesto|iva|impuestos|igic|cuota iva',
    paid: 'pagado|abonado|importe pagado|cobrado',
    balance: 'saldo|pendiente de pago|importe pendiente|crédito|saldo pendiente|por pagar|adeudado|por cobrar',
    discount: 'descuento|rebaja|bonificación',
    date: 'fecha|día|el|hora',
    start:
      'inicio|fecha de inicio|comienza|desde|a partir de|válido desde|fecha de compra|comienzo|alta|activado el|activada el|contratado el|contratada el|fecha de contratación|desde el|fecha de alta|fecha de activación|activación|vigente desde|inicio del contrato|inicio de contrato|inicio de vigencia|fecha de adquisición|abierto el|entrada en vigor|inicio del periodo|cliente desde|empieza|fecha de suscripción|inicio de la suscripción|vigencia desde|fecha inicio|fecha de inicio prevista|fecha inicio prevista',
    end: 'fin|fecha de fin|finaliza|vence|vence el|vencimiento|fecha de vencimiento|caduca|caducidad|fecha de caducidad|expira|expira el|expiración|fecha de expiración|válido hasta|hasta|termina|finalización|fecha final|fin de contrato|fin del contrato|finaliza el|caduca el|vigente hasta|hasta el|fecha de finalización|termina el|fin de vigencia|término|fin del periodo|fecha fin|vigencia hasta|vigencia|fecha de término|fin de la suscripción|fin de soporte|fecha de vencimiento del contrato|terminación|fecha fin prevista|fecha de fin prevista|fin previsto|fin prevista',
    renew:
      'renovación|fecha de renovación|se renueva|se renueva el|renueva|próximo pago|próxima facturación|próximo cobro|próxima factura|próxima renovación|próximo cargo|renueva el|fecha de próxima facturación|fecha del próximo pago|próximo vencimiento|se renovará el|renovación el|renovar antes de|siguiente pago|siguiente cobro|siguiente renovación|siguiente factura|próxima fecha de pago|próxima fecha de facturación|se renovará automáticamente el|fecha de la próxima renovación',
    next: 'próximo|próxima|siguiente',
    last: 'último|última',
    billing: 'facturación|pago|cobro',
    due: 'fecha límite|fecha límite de pago|vencimiento del pago|pagar antes del|fecha de pago|vto|pagar antes de|vence pago|plazo de pago|fecha de pago límite|pagadero hasta',
    issued:
      'emitida|emitida el|fecha de factura|fecha de emisión|emisión|fecha de facturación|emitido|emitido el|fecha factura|fecha de la factura|expedida|fecha de expedición|facturado el|facturada el|fecha del documento|fecha emisión',
    created:
      'creado|creada|creación|fecha de creación|registrado|registro|añadido|creado el|creada el|añadido el|agregado|agregado el|registrado el|fecha de registro|miembro desde|fecha de incorporación|invitado el',
    updated: 'actualizado|modificado|actualización',
    lastActive:
      'último acceso|última actividad|último inicio de sesión|última conexión|último uso|visto por última vez|última vez activo|última sesión|último ingreso|última vez|último login|activo por última vez|fecha de último acceso|última visita',
    canceled: 'cancelado|cancelada|cancelación|baja|fecha de baja|anulado el|fecha de cancelación|cancelado el',
    trial: 'prueba|periodo de prueba|período de prueba|prueba gratuita|versión de prueba',
    bought: 'comprado|fecha de pedido',
    period:
      'periodo|período|ciclo|frecuencia|periodicidad|ciclo de facturación|periodo de facturación|período de facturación|frecuencia de facturación|intervalo|frecuencia de pago|ciclo de pago|periodicidad de pago|tipo de facturación|modalidad de pago|recurrencia',
    status: 'estado|situación|estatus|estado de pago|estado de la suscripción|estado del pago|estado de la licencia',
    auto: 'renovación automática|autorrenovación|renovar automáticamente|se renueva automáticamente|auto renovación|renovación auto|autorenovación|pago automático|renovar de forma automática|prórroga automática|se renueva de forma automática|renueva automáticamente|renovado automáticamente',
    active: 'activo|activa',
    enabled: 'habilitado|habilitada|activado|activada|permitido',
    disabled: 'deshabilitado|desactivado|bloqueado|deshabilitada|desactivada|suspendido',
    enforced: 'obligatorio|obligatoria|requerido|exigido|requerida|exigir|requerir|forzar|imponer|forzado',
    product:
      'producto|nombre del producto|servicio|software|artículo|concepto|productos|servicios|aplicación contratada|nombre del servicio|solución|programa|denominación del producto|producto o servicio|detalle del producto',
    plan: 'plan|paquete|edición|tipo de licencia|tipo de suscripción|modalidad|tarifa contratada|nivel|tu plan|plan actual|plan contratado|su plan|nombre del plan|versión contratada|tipo de plan|membresía',
    sku: 'sku|código de producto|referencia del producto|código de artículo|referencia de producto|n de parte|número de parte|código sku|ref producto',
    name: 'nombre|nombre completo|título|denominación|nombre para mostrar|etiqueta|nombre y apellidos',
    id: 'id|identificador|referencia|ref|número de contrato|nº de contrato|nº cliente|número de cliente|código',
    number: 'número|núm|nº|n|no',
    type: 'tipo|categoría|clase',
    version: 'versión',
    description: 'descripción|nota|notas|comentario|observaciones|comentarios|detalle|detalles',
    vendor: 'proveedor|fabricante|editor|distribuidor|empresa|marca|desarrollador',
    email:
      'correo electrónico|email|correo|e mail|dirección de correo|dirección de correo electrónico|mail|correo corporativo|dirección de email|correo e',
    user: 'usuario|usuarios|miembro|miembros|persona|empleado|asignado a|titular|colaborador|empleada|empleados|asignada a|agente|administrador|nombre del usuario|nombre de usuario completo|integrante|integrantes|contacto|nombre del miembro|trabajador',
    given: 'nombre de pila|primer nombre|nombres',
    family: 'apellido|apellidos|primer apellido',
    login:
      'nombre de usuario|login|identificador de usuario|nombre de inicio de sesión|nombre de cuenta|nombre de la cuenta|cuenta de usuario',
    role: 'rol|roles|función|permisos|permiso|nivel de acceso|perfil|tipo de usuario|privilegios|acceso',
    mfa: 'autenticación de dos factores|doble factor|autenticación multifactor|verificación en dos pasos|inicio de sesión en dos pasos|dos factores|2 fa|mfa|clave de seguridad|aplicación de autenticación|dos pasos|autenticación en dos pasos|verificación de dos pasos|segundo factor|doble autenticación|autenticación de doble factor|factor doble|verificación en 2 pasos|a 2 f|llave de seguridad|llaves de seguridad',
    sso: 'inicio de sesión único|sso|saml|single sign on|inicio único de sesión|proveedor de identidad|identidad federada',
    invoice:
      'factura|facturas|número de factura|recibo|nº de factura|n de factura|nº factura|factura nº|recibos|núm factura|comprobante|nº de documento|referencia de factura|número factura|folio|nº de recibo',
    domain: 'dominio|nombre de dominio|dominios|nombres de dominio',
    registrar: 'registrador|registrador de dominio|agente registrador|registrado en|registrador de dominios',
    nameserver: 'servidores de nombres|servidor de nombres|servidores dns|servidor dns',
    lock: 'bloqueo de transferencia|bloqueo|bloqueo del dominio|candado|bloqueado para transferencia|protección de transferencia',
    certificate: 'certificado|certificados|certificado ssl|certificados ssl',
    subject: 'emitido para|nombre común|sujeto|emitido a|asunto del certificado|dominio principal|expedido a',
    issuer:
      'emisor|emitido por|autoridad de certificación|autoridad certificadora|entidad emisora|expedido por|entidad certificadora',
    names: 'nombres alternativos|otros nombres|nombres dns|otros dominios',
    serial: 'número de serie|huella|nº de serie|huella digital',
    subscription: 'suscripción|suscripciones|contrato|contratos|abono',
    license: 'licencia|licencias|licenciamiento',
    app: 'aplicación|aplicaciones|integración|integraciones|app|apps|aplicación conectada|extensión|complemento|complementos|conector',
    scope: 'permisos concedidos|ámbitos|alcance|alcances|permisos otorgados',
    password:
      'contraseña|contraseñas|contraseña maestra|política de contraseñas|generador de contraseñas|longitud de contraseña|complejidad de contraseña|requisitos de contraseña',
    session:
      'sesión|duración de la sesión|tiempo de espera de sesión|inactividad|sesiones|duración de sesión|tiempo de inactividad|cierre de sesión automático|caducidad de sesión|cierre de sesión por inactividad|cierre de sesión',
    retention:
      'retención|conservación|periodo de retención|retención de datos|conservación de datos|política de retención',
    backup: 'copia de seguridad|copias de seguridad|respaldo|respaldos|copia de respaldo',
    device:
      'política de dispositivos|cumplimiento de dispositivos|dispositivos móviles|gestión de dispositivos|cifrado de dispositivos|bloqueo de pantalla|dispositivos administrados|administración de dispositivos',
    dlp: 'prevención de pérdida de datos|dlp|pérdida de datos|fuga de datos|fuga de información',
    sharing:
      'uso compartido externo|compartir externamente|acceso de invitados|uso compartido|enlaces públicos|compartición externa|compartir con externos|colaboración externa',
    logging:
      'registro de auditoría|auditoría|registros de auditoría|registro de actividad|bitácora|registros de actividad',
    policy:
      'política|directiva|regla|seguridad|políticas|directivas|reglas|norma|cumplimiento|configuración de seguridad',
    minimum: 'mínimo|mínima|mín|al menos',
    maximum: 'máximo|máxima|máx',
    previous: 'primer pago|pago inicial|anterior|previo|antiguo',
    estimate: 'estimado|estimación|promedio|porcentaje',
    secret: 'clave|clave de licencia|token',
    address: 'dirección|calle|ciudad|código postal|país|teléfono|idioma|zona horaria',
  },
  fillers:
    'cuales|de|del|la|el|los|las|un|una|y|en|al|a|para|por|con|su|tu|actual|se|es|cuenta|sus|tus|mi|mis|o|que|nuestro|este|esta|e',
  yes: 'sí|si|activado|activo|automático|automática|verdadero|habilitado|activada|activa|habilitada|configurado|permitido|encendido|obligatorio|se renueva automáticamente|automáticamente|renovación automática',
  no: 'no|desactivado|inactivo|manual|ninguno|ninguna|falso|deshabilitado|desactivada|deshabilitada|nunca|no configurado|apagado|sin|no se renueva|no se renovará|sin configurar|no activado|manualmente|renovación manual',
  periods: {
    day: 'día|días|diario|diaria|al día|por día',
    week: 'semana|semanas|semanal|por semana|a la semana',
    month:
      'mes|meses|mensual|mensualmente|al mes|por mes|cada mes|facturación mensual|pago mensual|facturado mensualmente|mensuales',
    quarter: 'trimestre|trimestres|trimestral|por trimestre|cada trimestre|cada 3 meses|trimestralmente|al trimestre',
    halfYear: 'semestre|semestral|por semestre|cada 6 meses|semestralmente|al semestre',
    year: 'año|años|anual|anualmente|al año|por año|cada año|facturación anual|pago anual|facturado anualmente|12 meses|anuales',
    never:
      'nunca|único|una vez|perpetuo|pago único|perpetua|sin caducidad|sin vencimiento|no caduca|no vence|indefinido|indefinida|de por vida|permanente|ilimitado|no aplica',
  },
  statuses: {
    active:
      'instalado|instalada|activo|activa|activado|activada|vigente|en curso|válido|válida|confirmado|activos|en vigor|habilitado|habilitada|al día|al corriente|contratado|contratada|en servicio|operativo|renovado|ok',
    inactive:
      'no instalado|no instalada|sin licencia|inactivo|inactiva|no activo|en pausa|pausado|pausada|desactivado|desactivada|archivado|no activa',
    trialing:
      'prueba|en prueba|periodo de prueba|período de prueba|prueba gratuita|de prueba|versión de prueba|en periodo de prueba',
    'past-due':
      'atrasado|vencido y no pagado|en mora|pago atrasado|moroso|pago vencido|vencido|vencida|atrasada|con retraso|impagado vencido|en atraso|fuera de plazo|vencidas|vencidos',
    suspended:
      'suspendido|suspendida|bloqueado|bloqueada|congelado|retenido|en espera por impago|pausado por administrador|restringido',
    canceled:
      'cancelado|cancelada|anulado|anulada|finalizado|finalizada|dado de baja|dada de baja|de baja|baja|rescindido|terminado|terminada|cerrado|baja programada|no se renovará|cancelación programada|baja solicitada|se cancelará',
    expired: 'caducado|caducada|expirado|expirada|vencido|vencida|vencido sin renovar|caducados',
    pending:
      'pendiente|invitado|invitada|en espera|en proceso|por activar|invitación enviada|procesando|pendiente de activación|pendiente de aceptación|por confirmar|sin confirmar|solicitado|programado|en tramitación|invitación pendiente|pendiente de verificación|en trámite|en preparación',
    deleted: 'eliminado|eliminada|borrado|borrada',
    paid: 'pagado|pagada|abonada|liquidada|cobrada|cobrado|abonado|liquidado|pagadas|pago completado|saldada|saldado',
    open: 'abierta|abierto|pendiente|pendiente de pago|no pagada|impagada|enviada|emitida|sin pagar|por pagar|impagado|impaga|emitido|por cobrar|a pagar|no pagado',
    draft: 'borrador|proforma|provisional',
    void: 'anulada|anulado|cancelada|cancelado|nula|inválida|incobrable|sin efecto',
    refunded: 'reembolsado|reembolsada|devuelto|devuelta|abono emitido|rectificada',
    partial: 'parcial|parcialmente pagada|pago parcial|parcialmente|pagado parcialmente|pagada parcialmente',
    failed:
      'fallido|fallida|rechazado|rechazada|error de pago|pago rechazado|denegado|pago fallido|devuelto por el banco',
    enforced:
      'obligatorio|obligatoria|requerido|exigido|exigida|requerida|forzado|impuesto|obligatorio para todos|aplicado a todos',
    enabled:
      'habilitado|habilitada|activado|activada|activo|sí|activa|permitido|configurado|configurada|encendido|conforme',
    disabled:
      'deshabilitado|deshabilitada|desactivado|desactivada|inactivo|no|no configurado|no configurada|apagado|no habilitado|no permitido|no activado|opcional|no requerido',
  },
  months: 'set=9|setiembre=9|sep=9',
  of: 'de|de un total de|de las|de los',
}
