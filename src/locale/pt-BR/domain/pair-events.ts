import type { pairEventsEn } from '../../en/domain/pair-events.js';
import { translation } from '../../messages.js';

/** Brazilian Portuguese: the same step of both names on a card, posted once. */
export const pairEventsPtBr = translation<'pt-BR', typeof pairEventsEn>()({
  'pair.domain.done':
    ':tada: {hostname} e {other} estão prontos{late, select, true {, mais tarde que o esperado,} other {}} após {afterMs}.',
  'pair.dns.published':
    ':mag: Os registros DNS de {hostname} e {other} estão certos após {afterMs}. Próximo passo: a {provider} emite os certificados.',
  'pair.dns.propagated':
    ':globe_with_meridians: {hostname} e {other} apontam para cá em toda parte após {afterMs}.',
  'pair.dns.stuck':
    ':mag_right: {again, plural, =0 {*Há um problema com {hostname} e {other}.*} one {*Ainda há um problema com {hostname} e {other}.*} many {*Ainda há um problema com {hostname} e {other}.*} other {*Ainda há um problema com {hostname} e {other}.*}} {finding}',
  'pair.dns.cleared':
    ':white_check_mark: Resolvido para {hostname} e {other} após {afterMs}: {findingName}. {hasNext, select, true {Ainda falta: {nextName}.} other {{nowState, select, published {Agora os registros estão certos.} propagated {Agora os registros estão certos.} wrong {O DNS continua sem apontar para cá.} other {}}}}',
  'pair.dns.drifted': ':rotating_light: *O DNS mudou:* {hostname} e {other} não apontam mais para cá.',
  'pair.dns.restored': ':white_check_mark: {hostname} e {other} voltaram a apontar para cá após {afterMs}.',
  'pair.dns.failed':
    ':x: *Falha no DNS:* os registros de {hostname} e {other} ainda não estão certos após {afterMs}. As verificações continuam cerca de uma vez por dia durante duas semanas.',
  'pair.ssl.issued':
    ':lock: Certificados emitidos para {hostname} e {other}{late, select, true {, mais tarde que o esperado,} other {}} após {afterMs}.',
  'pair.ssl.stuck':
    ':mag_right: {again, plural, =0 {*Os certificados de {hostname} e {other} travaram.*} one {*Os certificados de {hostname} e {other} continuam travados.*} many {*Os certificados de {hostname} e {other} continuam travados.*} other {*Os certificados de {hostname} e {other} continuam travados.*}} {finding}',
  'pair.ssl.cleared':
    ':white_check_mark: Resolvido para {hostname} e {other} após {afterMs}: {findingName}. {hasNext, select, true {Ainda falta: {nextName}.} other {{nowState, select, valid {Agora os certificados são válidos.} expiring {Os certificados são válidos, mas estão prestes a expirar.} absent {Continuam sem certificado.} other {}}}}',
  'pair.ssl.expiring':
    '{expired, select, true {:rotating_light: *Os certificados de {hostname} e {other} expiraram* ({validTo}).} other {:warning: *Os certificados de {hostname} e {other} expiram em {leftMs}* ({validTo}) e não foram renovados.}}',
  'pair.ssl.renewed':
    ':lock: {issuer} renovou os certificados de {hostname} e {other} (nova validade: {validTo}).',
  'pair.ssl.failed':
    ':x: *Falha no SSL:* nenhum certificado válido para {hostname} e {other} após {afterMs}. As verificações continuam cerca de uma vez por dia durante duas semanas.',
  'pair.site.unrouted':
    ':warning: *O DNS e o SSL estão certos, mas os visitantes de {hostname} e {other} não chegam ao site.*',
  'pair.site.routed': ':white_check_mark: Os visitantes de {hostname} e {other} chegam ao site.',
  'pair.alias.added': 'A {provider} adicionou {hostname} e {other} em {afterMs}.',
  'pair.alias.lost':
    ':warning: A {provider} não tem mais {hostname} e {other}. O bot está adicionando os dois de novo.',
  'pair.alias.removed':
    ':wastebasket: {already, select, true {A {provider} não tem mais {hostname} e {other}.} other {A {provider} removeu {hostname} e {other} em {afterMs}.}}',
});
