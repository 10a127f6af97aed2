import type { findingsEn } from '../../en/domain/findings.js';
import { translation } from '../../messages.js';

/** Brazilian Portuguese: what each finding saw and how to fix it, in a form that can be sent to the customer. */
export const findingsPtBr = translation<'pt-BR', typeof findingsEn>()({
  'finding.domain-unregistered':
    'A entidade de registro não conhece este domínio: ele não está registrado, expirou ou está suspenso.',
  'fix.domain-unregistered':
    'Confira a grafia. Depois entre no registrador do domínio e registre, renove ou libere o domínio.',
  'finding.target-missing': '{gone}, o host para o qual os registros dos clientes apontam, não tem endereço.',
  'fix.target-missing':
    'Corrija o destino deste app na configuração do bot ou pergunte ao suporte da {provider} por que o host deixou de existir. O registro do cliente está certo.',
  'finding.domain-on-hold':
    'O registrador moveu o domínio para {servers}: ele expirou, ou os dados de contato do titular não foram confirmados.',
  'fix.domain-on-hold':
    'Renove o domínio no registrador ou confirme os dados de contato pelo e-mail que ele enviou. Os servidores de nomes voltam sozinhos.',
  'finding.target-as-server':
    '{servers}, onde o site é servido, {count, plural, one {está cadastrado como servidor de nomes} many {estão cadastrados como servidores de nomes} other {estão cadastrados como servidores de nomes}} {hasAbove, select, true {na zona de {above}} other {no registrador}}. {count, plural, one {Ele não responde} many {Eles não respondem} other {Eles não respondem}} a consultas DNS.',
  'fix.target-as-server':
    '{how, select, beside {{count, plural, one {Retire-o} many {Retire-os} other {Retire-os}} dessa lista; os outros servidores de nomes bastam.} other {{hasAbove, select, true {Exclua {count, plural, one {este registro NS} many {estes registros NS} other {estes registros NS}} e adicione no lugar um CNAME ou um registro de endereço.} other {No registrador, informe de novo os servidores de nomes do seu provedor de DNS. O endereço do site vai em um registro nesse provedor.}}}}',
  'finding.delegation-missing':
    '{hasAbove, select, true {A zona de {above} delega este nome, mas nenhum dos servidores de nomes {how, select, private {tem endereço público} other {existe}}} other {O domínio está registrado, mas nenhum dos servidores de nomes dele {how, select, private {tem endereço público} other {existe}}}}{hasServers, select, true {: {servers}} other {}}.',
  'fix.delegation-missing':
    '{hasAbove, select, true {Na zona de {above}, corrija os registros NS deste nome, ou exclua os registros NS e adicione o registro ali mesmo.} other {No registrador do domínio, informe os servidores de nomes do seu provedor de DNS exatamente como o provedor indica.}}',
  'finding.servers-down':
    'Nenhum dos servidores de nomes do domínio responde ({servers}), embora a entidade de registro responda.{hasReason, select, true { Um resolvedor público informa: {reason}} other {}}',
  'fix.servers-down':
    'Pergunte ao provedor de DNS o que há com esses servidores, ou troque para os servidores de nomes de outro provedor {hasAbove, select, true {na zona de {above}} other {no registrador}}.',
  'finding.dnssec-bogus':
    'O DNSSEC de {zone} está com erro, e os resolvedores que conferem assinaturas rejeitam todas as respostas.{hasReason, select, true { Motivo: {reason}} other {}}',
  'fix.dnssec-bogus':
    '{hasAbove, select, true {Na zona de {above}} other {No registrador}}, remova o registro DS (ou seja, desative o DNSSEC) ou informe o que o seu provedor de DNS atual fornece. Se as assinaturas expiraram, peça ao provedor de DNS que assine a zona de novo.',
  'finding.domain-parked':
    'O domínio está estacionado: os servidores de nomes dele ({servers}) mostram anúncios ou uma página de venda.',
  'fix.domain-parked':
    'Desative o estacionamento ou o redirecionamento no registrador, escolha o DNS dele ou de outro provedor e adicione o registro ali.',
  'finding.server-lame':
    '{servers} {count, plural, one {está na lista de servidores de nomes de {zone}, mas não tem} many {estão na lista de servidores de nomes de {zone}, mas não têm} other {estão na lista de servidores de nomes de {zone}, mas não têm}} essa zona.',
  'fix.server-lame':
    'Peça ao provedor de DNS que adicione a zona ali, ou remova {count, plural, one {este servidor} many {estes servidores} other {estes servidores}} {place, select, zone {dos registros NS da zona} registrar {{hasAbove, select, true {da lista de servidores de nomes na zona de {above}} other {da lista de servidores de nomes no registrador}}} other {{hasAbove, select, true {da zona de {above}} other {do registrador}} e também dos registros NS da própria zona}}.',
  'finding.server-failing':
    '{servers} {count, plural, one {responde} many {respondem} other {respondem}} com um erro para {zone}{hasReason, select, true { ({reason})} other {}}.',
  'fix.server-failing':
    'Peça ao provedor de DNS que corrija a zona {count, plural, one {neste servidor} many {nestes servidores} other {nestes servidores}}.',
  'finding.tcp-blocked':
    '{servers} {count, plural, one {encurta a resposta} many {encurtam as respostas} other {encurtam as respostas}} por UDP, e a resposta completa não chega por TCP.',
  'fix.tcp-blocked':
    'Peça ao provedor de DNS que abra a porta 53 por TCP {count, plural, one {neste servidor} many {nestes servidores} other {nestes servidores}}. Se outros domínios mostrarem o mesmo, quem bloqueia é o firewall do bot.',
  'finding.dname-between':
    'Um registro DNAME em {name} redireciona todos os nomes abaixo dele, então os registros deste nome não têm efeito.',
  'fix.dname-between': 'Exclua o registro DNAME em {name} ou use um hostname que não esteja abaixo dele.',
  'finding.cname-mixed':
    'O nome tem um segundo CNAME ({observed}) ao lado do certo. Só um é permitido, e os resolvedores podem seguir qualquer um.',
  'fix.cname-mixed': 'Exclua o CNAME que aponta para outro lugar e mantenha o certo.',
  'finding.cname-loop': 'Os CNAMEs formam um loop ou uma cadeia longa demais: {observed}.',
  'fix.cname-loop': 'Altere o CNAME para que aponte para o destino.',
  'finding.partner-silent': 'O CNAME leva a {name}, e nenhum servidor de nomes responde por esse nome.',
  'fix.partner-silent': 'Fale com quem opera {name}, ou aponte este registro diretamente para o destino.',
  'finding.cname-at-apex':
    'O domínio raiz tem um CNAME ({observed}), o que o DNS não permite: e-mail e outros registros deixam de funcionar para algumas pessoas.',
  'fix.cname-at-apex':
    'Exclua o CNAME e adicione o registro de endereço no lugar, ou use o que o seu provedor de DNS chama de ALIAS, ANAME ou CNAME flattening.',
  'finding.domain-appended-to-value':
    'O CNAME aponta para {observed}, porque o painel de DNS acrescentou o domínio ao valor.',
  'fix.domain-appended-to-value':
    'Digite o valor de novo com um ponto no final ({expected}.) ou escolha “nome completo”, se o painel oferecer.',
  'finding.value-garbled':
    'O valor do CNAME é {observed}: outros caracteres foram colados junto com o nome {expected}.',
  'fix.value-garbled': 'Digite o valor de novo apenas como {expected}, sem aspas, espaços ou “https://”.',
  'finding.cname-to-address':
    'O CNAME aponta para {observed}, um endereço IP. Um CNAME precisa de um hostname.',
  'fix.cname-to-address':
    'Exclua o CNAME e adicione o registro certo. Endereços IP vão em registros A ou AAAA.',
  'finding.cname-dangling': 'O CNAME aponta para {gone}, que não existe ou não tem endereço.',
  'fix.cname-dangling': 'Altere o CNAME para que aponte para o destino.',
  'finding.domain-appended-to-name':
    'O registro foi adicionado como {appendedName}, porque o painel de DNS acrescentou o domínio a um nome que já o incluía.',
  'fix.domain-appended-to-name':
    'Exclua esse registro e adicione de novo, usando como nome só a parte antes do domínio.',
  'finding.servers-lagging':
    '{ahead} {aheadCount, plural, one {já tem} many {já têm} other {já têm}} o registro; {servers} ainda {count, plural, one {tem} many {têm} other {têm}} uma cópia mais antiga da zona.',
  'fix.servers-lagging':
    'Nada a fazer, é só esperar: os servidores copiam a zona uns dos outros, em geral dentro de uma hora. Se demorar mais, pergunte ao provedor de DNS.',
  'finding.servers-disagree':
    'Os servidores de nomes divergem: {ahead} {aheadCount, plural, one {tem} many {têm} other {têm}} o registro, {servers} {count, plural, one {não tem} many {não têm} other {não têm}}.',
  'fix.servers-disagree':
    '{place, select, registrar {Remova {servers} da lista de servidores de nomes {hasAbove, select, true {na zona de {above}} other {no registrador}}: {count, plural, one {ele não está na lista} many {eles não estão na lista} other {eles não estão na lista}} da própria zona.} zone {Remova da zona os registros NS de {servers}: {count, plural, one {ele não está na lista} many {eles não estão na lista} other {eles não estão na lista}} {hasAbove, select, true {da zona de {above}} other {do registrador}}.} other {Adicione o mesmo registro em {servers} também, ou remova {count, plural, one {este servidor} many {estes servidores} other {estes servidores}} {hasAbove, select, true {da zona de {above}} other {do registrador}} e dos registros NS da própria zona.}}',
  'finding.wildcard-shadow':
    'Este nome não tem registro próprio; quem responde é um registro wildcard, com {observed}.',
  'fix.wildcard-shadow':
    'Adicione um registro para este nome. Ele tem prioridade sobre o wildcard, que pode ficar.',
  'finding.cloudflare-proxied':
    'O nome está atrás do proxy da Cloudflare ({observed}){how, select, loop {, que não para de redirecionar os visitantes, embora o site funcione sem ele} error {, que responde com um erro (status {status}), embora o site funcione sem ele} unseen {, e o bot não consegue ver se leva ao site} other {, que não leva ao site}}.',
  'fix.cloudflare-proxied':
    'Nas configurações de DNS da Cloudflare, aponte o registro para o destino e mude de “Com proxy” (Proxied) para “Somente DNS” (DNS only, nuvem cinza). {how, select, loop {Antes de reativar o proxy, defina o modo de criptografia (SSL/TLS) como “Completo (estrito)” ou “Full (strict)”.} other {Você pode reativar o proxy quando o certificado estiver pronto.}}',
  'finding.cname-wrong': 'O CNAME aponta para {observed} em vez de {expected}.',
  'fix.cname-wrong': 'Altere o CNAME para que aponte para o destino.',
  'finding.address-private': 'O DNS tem {observed}, um endereço que não pode ser alcançado pela internet.',
  'fix.address-private': 'Altere o DNS assim, nesta ordem.',
  'finding.a-wrong': 'O DNS tem {observed} em vez de {expected}.',
  'fix.a-wrong': 'Altere o DNS assim, nesta ordem.',
  'finding.a-mixed':
    'O DNS tem o endereço certo, mas também {observed}: alguns visitantes e a autoridade certificadora vão parar em outro servidor.',
  'fix.a-mixed': 'Exclua o registro a mais.',
  'finding.aaaa-left-over':
    'O DNS ainda tem um endereço IPv6 antigo ({observed}), que as autoridades certificadoras e muitos visitantes preferem ao IPv4.',
  'fix.aaaa-left-over': 'Exclua o registro AAAA.',
  'finding.record-as-text':
    '{observed} está em um registro TXT deste nome, que não leva os visitantes a lugar nenhum.',
  'fix.record-as-text':
    'Exclua esse registro TXT e depois adicione o registro certo. Nenhum outro registro pode ficar junto de um CNAME.',
  'finding.record-missing':
    '{how, select, others {Não há nenhum endereço para este nome, e os outros registros dele ({observed}) impedem um CNAME.} beside {Não há nenhum registro para este nome, mas há um para {location}.} six {Este nome só tem um endereço IPv6 ({observed}); visitantes sem IPv6 não chegam até ele.} hidden {Não há nenhum registro para este nome. O registro wildcard não vale para ele, porque há outros registros neste nome ou abaixo dele.} other {Não há nenhum registro para este nome.}}',
  'fix.record-missing': 'Adicione o registro no provedor de DNS do domínio.',
  'finding.server-silent':
    '{servers} {count, plural, one {não responde} many {não respondem} other {não respondem}}; os outros servidores de nomes respondem.',
  'fix.server-silent':
    '{count, plural, one {Pergunte ao provedor de DNS sobre este servidor. Se ele não for mais usado, remova-o} many {Pergunte ao provedor de DNS sobre estes servidores. Se eles não forem mais usados, remova-os} other {Pergunte ao provedor de DNS sobre estes servidores. Se eles não forem mais usados, remova-os}} {hasAbove, select, true {da zona de {above}} other {do registrador}}.',
  'finding.dns-odd':
    'O DNS não está certo, por um motivo que o bot não reconhece{hasReason, select, true { ({reason})} other {}}.',
  'fix.dns-odd': 'Envie isto ao provedor de DNS ou verifique o domínio em https://zonemaster.net .',
  'finding.server-unsigned':
    '{servers} {count, plural, one {envia} many {enviam} other {enviam}} assinaturas inválidas para {zone} ({reason}), então alguns visitantes ficam sem resposta.',
  'fix.server-unsigned':
    'Peça ao provedor de DNS que assine a zona de novo ou corrija a transferência para {count, plural, one {este servidor} many {estes servidores} other {estes servidores}}.',
  'finding.denial-unproven':
    '{servers} {count, plural, one {não prova} many {não provam} other {não provam}} a inexistência de nomes em {zone} (faltam registros NSEC), embora a zona seja assinada.',
  'fix.denial-unproven': 'Peça ao provedor de DNS que assine a zona por completo.',
  'finding.https-elsewhere':
    'Um registro HTTPS de {name} envia os navegadores para {observed} em vez do endereço certo.',
  'fix.https-elsewhere': 'Exclua o registro HTTPS deste nome ou corrija os endereços que ele indica.',
  'finding.ns-missing':
    'Alguns servidores de nomes da lista não existem ou não têm endereço público: {servers}.',
  'fix.ns-missing':
    'Corrija ou remova {count, plural, one {este nome} many {estes nomes} other {estes nomes}} {hasAbove, select, true {na zona de {above}} other {no registrador}} e nos registros NS da própria zona.',
  'finding.ns-alias':
    'Alguns servidores de nomes estão na lista por um alias (CNAME), que nem todos os resolvedores seguem: {servers}.',
  'fix.ns-alias': 'Use na lista servidores de nomes que tenham endereços próprios.',
  'finding.glue-differs':
    'Os endereços de {servers} {hasAbove, select, true {na zona de {above}} other {no registrador}} ({observed}) diferem dos que constam {count, plural, one {na zona dele} many {na zona deles} other {na zona deles}} ({expected}).',
  'fix.glue-differs':
    '{hasAbove, select, true {Na zona de {above}} other {No registrador}}, atualize os endereços {count, plural, one {deste servidor de nomes} many {destes servidores de nomes} other {destes servidores de nomes}} (“glue” ou “host records”).',
  'finding.aaaa-failing':
    '{servers} {count, plural, one {falha} many {falham} other {falham}} em consultas IPv6 (AAAA) em vez de responder que não há esse registro: alguns visitantes esperam ou ficam sem resposta.',
  'fix.aaaa-failing':
    'Peça ao provedor de DNS que corrija isso. Muitas vezes a causa é um firewall na frente do servidor.',
  'finding.delegation-mismatch':
    '{hasAbove, select, true {Na zona de {above}} other {No registrador}}, os servidores de nomes são {parent}, mas a própria zona lista {child}.',
  'fix.delegation-mismatch':
    'Deixe as duas listas iguais: informe os servidores de nomes do provedor atual {hasAbove, select, true {na zona de {above}} other {no registrador}} e como registros NS na própria zona.',
  'finding.target-failing':
    'Os resolvedores públicos não conseguem resolver {name}, o host para o qual os registros dos clientes apontam.',
  'fix.target-failing':
    'Pergunte ao suporte da {provider} sobre o DNS deste host. O registro do cliente está certo.',
  'finding.partner-bogus':
    '{how, select, unsure {O DNSSEC deste nome, ou no caminho até {name}, para onde o CNAME leva, está com erro{hasReason, select, true { ({reason})} other {}}; os resolvedores não dizem onde.} other {O DNSSEC de {name}, para onde o CNAME leva, está com erro{hasReason, select, true { ({reason})} other {}}; a causa não é a zona do próprio domínio.}}',
  'fix.partner-bogus':
    '{how, select, unsure {Verifique este nome e {name} em https://dnsviz.net e avise quem opera a zona com erro.} other {Avise quem opera {name}. O cliente não tem como corrigir isso.}}',
  'finding.resolver-failing':
    '{servers} {count, plural, one {não consegue} many {não conseguem} other {não conseguem}} resolver o nome{hasReason, select, true { ({reason})} other {}}.',
  'fix.resolver-failing':
    'Isso costuma passar em minutos. Se não passar, pergunte ao provedor de DNS se os servidores dele podem ser acessados de qualquer lugar.',
  'finding.resolver-filtered':
    '{servers} {count, plural, one {bloqueia} many {bloqueiam} other {bloqueiam}} o nome por considerá-lo indesejado ou perigoso.',
  'fix.resolver-filtered':
    'Peça a quem opera o resolvedor que reavalie o domínio; a maioria tem um formulário para isso.',
  'finding.resolver-rewriting':
    '{how, select, invents {{servers} {count, plural, one {inventa} many {inventam} other {inventam}} endereços para nomes que não existem, e inventou um para este nome.} other {{servers} {count, plural, one {dá} many {dão} other {dão}} uma resposta que a zona não tem e que nenhum cache pode mais guardar.}}',
  'fix.resolver-rewriting':
    'A causa não é o domínio. Fale com quem opera {count, plural, one {este resolvedor} many {estes resolvedores} other {estes resolvedores}} ou peça ao administrador do bot que use outros (`DNS_RESOLVERS`).',
  'finding.resolvers-silent': 'Resolvedores públicos não puderam ser acessados daqui: {servers}.',
  'fix.resolvers-silent':
    'A causa não é o domínio. Peça ao administrador do bot que confira `DNS_RESOLVERS` e o firewall.',
  'finding.proxy-serves':
    '{how, select, loop {O proxy na frente do site ({observed}) não para de redirecionar os visitantes, embora o site funcione sem ele.} error {O proxy na frente do site ({observed}) responde com um erro (status {status}), embora o site funcione sem ele.} other {Um proxy responde pelo nome ({observed}) e entrega o site.}}',
  'fix.proxy-serves':
    '{place, select, settings {Confira as configurações do proxy: ele precisa chegar ao destino por HTTPS (na Cloudflare: modo de criptografia “Completo (estrito)” ou “Full (strict)”).} log {Veja nos logs do proxy se o erro é dele (por exemplo, de um firewall) ou vem do site.} other {Nada a fazer. O certificado que os visitantes veem é o do proxy.}}',
  'finding.resolver-repeating':
    '{servers} ainda {count, plural, one {dá} many {dão} other {dão}} a resposta antiga, embora a cópia em cache vista antes já tenha expirado.',
  'fix.resolver-repeating':
    'Nada a fazer, é só esperar: resolvedores grandes têm vários caches, e cada um expira por conta própria.',
  'finding.caches-waiting':
    'O registro está certo. {servers} ainda {count, plural, one {guarda} many {guardam} other {guardam}} a resposta antiga em cache.',
  'fix.caches-waiting':
    'Nada a fazer, é só esperar. Para acelerar, limpe os caches em https://dns.google/cache e https://one.one.one.one/purge-cache/ .',
  'finding.dns-unchecked':
    '{how, select, blocked {Não foi possível verificar o DNS: os servidores de nomes do domínio ({servers}) não respondem ao bot, embora um resolvedor público tenha uma resposta deles.} other {Não foi possível verificar o DNS: os servidores que o bot consultou não responderam.}}',
  'fix.dns-unchecked':
    '{how, select, blocked {Se o domínio funciona para os visitantes, o provedor de DNS dele bloqueia o endereço do bot: peça que o libere. Se não, os servidores estão fora do ar e os resolvedores respondem com o que têm em cache.} other {Nada a fazer no domínio; o bot tenta de novo sozinho. Se continuar falhando, confira a rede do bot: ele precisa da porta 53, por UDP e TCP.}}',

  'finding.wildcard-needs-dns':
    'Um certificado para o wildcard {name} precisa de um registro DNS (DNS-01); não pode ser emitido por meio do site (HTTP-01).',
  'fix.wildcard-needs-dns':
    'Pergunte ao suporte da {provider} como é emitido o certificado wildcard deste app, ou mapeie cada hostname que você usa.',
  'finding.caa-forbids':
    'Os registros CAA de {name} ({observed}) não permitem que {expected} emita um certificado.',
  'fix.caa-forbids': 'Adicione um registro CAA em {name} que permita isso; os outros podem ficar.',
  'finding.caa-critical':
    'Um registro CAA de {name} está marcado como crítico com uma tag desconhecida ({observed}), então nenhuma autoridade certificadora pode emitir um certificado.',
  'fix.caa-critical': 'Exclua este registro CAA em {name} ou desmarque a opção “crítico” dele.',
  'finding.caa-failing':
    'Os servidores de nomes falham em consultas CAA para {name} ({reason}), então as autoridades certificadoras não emitem o certificado.',
  'fix.caa-failing':
    'Peça ao provedor de DNS que corrija isso: consultas CAA precisam de resposta, mesmo que não haja registros CAA.',
  'finding.caa-restricts': 'Os registros CAA de {name} só permitem certificados sob condições: {observed}.',
  'fix.caa-restricts':
    'Remova as condições (`accounturi`, `validationmethods`), a menos que você saiba que a {provider} as cumpre.',
  'finding.http-unreachable':
    'A porta 80 de {addresses} está inacessível, então a autoridade certificadora não consegue validar o nome.',
  'fix.http-unreachable': 'Pergunte ao suporte da {provider} por que a porta 80 está fechada para este app.',
  'finding.http-challenge-blocked':
    'O site responde, mas um firewall bloqueia as requisições a `/.well-known/acme-challenge/` em {addresses}.',
  'fix.http-challenge-blocked': 'Libere este caminho no firewall ou no plugin de segurança.',
  'finding.http-not-http': 'A porta 80 de {addresses} não responde em HTTP.',
  'fix.http-not-http': 'Peça ao suporte da {provider} que verifique a porta 80 deste app.',
  'finding.http-redirect-loop':
    'A requisição da autoridade certificadora fica presa em um loop de redirecionamento{hasLocation, select, true {: {location}} other {}}.',
  'fix.http-redirect-loop':
    'Deixe `/.well-known/acme-challenge/` fora dos redirecionamentos do site: confira o plugin de redirecionamento, o `.htaccess` e a opção “Forçar HTTPS”.',
  'finding.http-redirect-bad':
    '{how, select, away {O site redireciona a autoridade certificadora para outro servidor ({location}), que não pode confirmar este nome.} other {A autoridade certificadora não consegue seguir o redirecionamento do site{hasLocation, select, true {: {location}} other {}}.}}',
  'fix.http-redirect-bad':
    '{how, select, away {Exclua `/.well-known/acme-challenge/` do redirecionamento, ou defina {name} como endereço do site.} other {Redirecione só para um hostname público, por http ou https nas portas padrão.}}',
  'finding.http-test-cookie':
    'Uma proteção contra bots em {addresses} responde com um teste de JavaScript em vez do site.',
  'fix.http-test-cookie': 'Desative o teste para `/.well-known/acme-challenge/`.',
  'finding.http-login':
    'Uma senha ou regra de acesso bloqueia `/.well-known/acme-challenge/`{hasStatus, select, true { (status {status})} other {}}.',
  'fix.http-login':
    'Libere este caminho sem login. Confira a proteção por senha, os plugins de segurança e as páginas de “em breve”.',
  'finding.http-error':
    'O site responde à requisição da autoridade certificadora com um erro{hasStatus, select, true { (status {status})} other {}}.',
  'fix.http-error':
    'Confira o log de erros do site: ele precisa responder antes que um certificado possa ser emitido.',
  'finding.http-unexpected':
    'O site responde à requisição da autoridade certificadora de um jeito incomum{hasStatus, select, true { (status {status})} other {}}.',
  'fix.http-unexpected':
    'Se nenhum certificado for emitido, veja qual plugin ou regra responde por `/.well-known/acme-challenge/`.',
  'finding.http-differs':
    '{addresses} respondem de formas diferentes na porta 80, então talvez não sejam o mesmo servidor.',
  'fix.http-differs': 'Pergunte ao suporte da {provider} se todos estes endereços são deste app.',
  'finding.tls-refused':
    '{addresses} {addressCount, plural, one {recusa} many {recusam} other {recusam}} conexões na porta 443.',
  'fix.tls-refused': 'Peça ao suporte da {provider} que verifique a porta 443 deste app.',
  'finding.tls-silent':
    '{addresses} {addressCount, plural, one {não responde} many {não respondem} other {não respondem}} na porta 443.',
  'fix.tls-silent': 'Se continuar assim, peça ao suporte da {provider} que verifique a porta 443 deste app.',
  'finding.tls-reset':
    '{addresses} {addressCount, plural, one {fecha} many {fecham} other {fecham}} a conexão na porta 443.',
  'fix.tls-reset': 'Peça ao suporte da {provider} que verifique o TLS deste app.',
  'finding.tls-absent':
    '{addresses} {addressCount, plural, one {responde} many {respondem} other {respondem}} na porta 443 sem TLS, por exemplo com HTTP puro.',
  'fix.tls-absent': 'Peça ao suporte da {provider} que ative o TLS para este app.',
  'finding.tls-old':
    '{how, select, key {A chave do certificado de {addresses} é de um tipo que os navegadores não aceitam.} other {{addresses} só {addressCount, plural, one {usa} many {usam} other {usam}} versões do TLS ou cifras que os navegadores não aceitam mais.}}',
  'fix.tls-old':
    '{how, select, key {Peça ao suporte da {provider} um certificado com chave RSA, P-256 ou P-384.} other {Peça ao suporte da {provider} que permita TLS 1.3 e, no TLS 1.2, cifras atuais.}}',
  'finding.tls-failing': 'O handshake TLS com {addresses} falha.',
  'fix.tls-failing': 'Peça ao suporte da {provider} que verifique o TLS deste app.',
  'finding.certificate-expired': 'O certificado apresentado por {addresses} expirou ({validTo}).',
  'fix.certificate-expired':
    'Ele não foi renovado. {how, select, proxy {É o certificado do proxy: pergunte a quem o opera ou confira nas configurações do proxy.} other {Resolva primeiro os outros pontos de atenção, se houver, e depois peça a renovação ao suporte da {provider}.}}',
  'finding.certificate-early':
    'O certificado apresentado por {addresses} ainda não é válido (início da validade: {validFrom}).',
  'fix.certificate-early': 'Espere até lá ou pergunte ao suporte da {provider} se algum relógio está errado.',
  'finding.certificate-staging':
    'O certificado apresentado por {addresses} é de teste ({issuer}), e os navegadores não confiam nele.',
  'fix.certificate-staging': 'Peça ao suporte da {provider} que emita um certificado de verdade.',
  'finding.certificate-self-signed':
    'O certificado apresentado por {addresses} é autoassinado, então os navegadores não confiam nele.',
  'fix.certificate-self-signed': 'Peça ao suporte da {provider} que emita um certificado de verdade.',
  'finding.chain-incomplete':
    '{addresses} {addressCount, plural, one {não envia} many {não enviam} other {não enviam}} o certificado intermediário de {issuer}, então alguns visitantes recebem um aviso.',
  'fix.chain-incomplete': 'Peça ao suporte da {provider} que envie a cadeia completa.',
  'finding.chain-expired':
    'O certificado apresentado por {addresses} está certo, mas um dos certificados acima dele na cadeia expirou ou ainda não é válido ({issuer}).',
  'fix.chain-expired': 'Peça ao suporte da {provider} que use o certificado intermediário atual.',
  'finding.certificate-untrusted':
    'O certificado de {issuer} apresentado por {addresses} não é confiável{hasReason, select, true { ({reason})} other {}}.',
  'fix.certificate-untrusted':
    'Peça ao suporte da {provider} que emita um certificado de uma autoridade certificadora pública.',
  'finding.certificate-slow': 'O certificado está demorando mais que o normal, sem motivo visível de fora.',
  'fix.certificate-slow':
    'Confira o status do SSL no painel da {provider} ou pergunte ao suporte da {provider}. Não remova e adicione o domínio de novo: raramente ajuda e conta para o limite semanal da autoridade certificadora.',
  'finding.name-unknown':
    '{addresses} ainda {addressCount, plural, one {não conhece} many {não conhecem} other {não conhecem}} {name}.',
  'fix.name-unknown':
    'Veja se o domínio aparece no painel da {provider}. A {provider} talvez ainda o esteja configurando.',
  'finding.certificate-other-name':
    '{addresses} {addressCount, plural, one {tem} many {têm} other {têm}} um certificado para {names}, mas {how, select, lost {não mais para {name}} other {ainda nenhum para {name}}}.',
  'fix.certificate-other-name':
    '{how, select, lost {O domínio já teve um certificado. Confira o status do SSL no painel da {provider} ou pergunte ao suporte da {provider}.} other {Nada a fazer: o DNS está certo, então a {provider} pode emitir o certificado, o que costuma levar de 10 a 15 minutos.}}',
  'finding.certificate-nameless':
    '{addresses} {addressCount, plural, one {apresenta} many {apresentam} other {apresentam}} um certificado sem nenhum nome ({issuer}) em vez de um para {name}.',
  'fix.certificate-nameless': 'Pergunte ao suporte da {provider} qual certificado está instalado ali.',
  'finding.ssl-odd':
    'O certificado não está certo, por um motivo que o bot não reconhece{hasReason, select, true { ({reason})} other {}}.',
  'fix.ssl-odd': 'Envie isto ao suporte da {provider}.',
  'finding.certificate-expiring': 'O certificado expira em breve ({validTo}) e não foi renovado.',
  'fix.certificate-expiring':
    '{how, select, proxy {É o certificado do proxy: pergunte a quem o opera ou confira nas configurações do proxy.} other {Resolva primeiro os outros pontos de atenção, se houver, e depois peça a renovação ao suporte da {provider}.}}',
  'finding.site-error':
    '{how, select, pause {O site diz que está indisponível no momento (status 503), como o WordPress faz durante atualizações e com páginas de “em breve”.} download {Os navegadores baixam a página ou mostram o código dela, por causa dos cabeçalhos com que ela chega.} source {Os visitantes recebem o código PHP do site em vez da página, porque o servidor não executa PHP.} shown {Em vez da página, os visitantes veem uma mensagem de erro{hasTitle, select, true { ({title})} other {}}.} empty {O site responde com uma página vazia.} fatal {Em vez da página, os visitantes veem uma mensagem de erro do PHP.} other {O site responde com um erro{hasStatus, select, true { (status {status})} other {}}.}}',
  'fix.site-error':
    '{how, select, pause {Aguarde o fim da atualização. Se demorar, exclua o arquivo `.maintenance` na pasta do WordPress ou desative o plugin de manutenção.} download {Confira o que define `Content-Type` e `Content-Disposition` nas páginas: um plugin de cache ou a configuração do servidor.} source {Pergunte ao suporte da {provider} por que o PHP não é executado neste app.} other {Confira o log de erros do site.}}',
  'finding.site-default-page':
    '{how, select, parking {Os visitantes veem anúncios ou uma oferta de venda do domínio em vez do site{hasTitle, select, true { ({title})} other {}}.} other {Os visitantes veem a página padrão da hospedagem em vez do site{hasTitle, select, true { ({title})} other {}}.}}',
  'fix.site-default-page':
    '{how, select, parking {Descubra quem colocou esta página: ela vem do próprio servidor do app. Depois, associe o hostname ao site dele no WordPress ou no Ultimate Multisite.} other {Associe o hostname ao site dele no WordPress ou no Ultimate Multisite.}}',
  'finding.site-signup': 'Os visitantes de {name} vão parar na página de cadastro da rede.',
  'fix.site-signup': 'No Ultimate Multisite, associe o hostname ao site dele e ative o registro de domínio.',
  'finding.site-install': '{name} mostra a página de instalação do WordPress, ou seja, ainda não há site.',
  'fix.site-install': 'Instale o WordPress ou conecte o app ao banco de dados dele.',
  'finding.site-suspended': '{name} mostra um aviso de suspensão do site ou da conta.',
  'fix.site-suspended': 'Reative o site no Ultimate Multisite ou a conta na hospedagem.',
  'finding.site-network-main':
    '{name} mostra o site principal da rede{hasLocation, select, true { ({location})} other {}}.',
  'fix.site-network-main': 'No Ultimate Multisite, associe o hostname ao site dele.',
  'finding.site-other-host':
    '{how, select, frame {{name} mostra {location} em um frame em vez de um site próprio.} astray {{name} leva os visitantes para {location}, cujo DNS não aponta para este app.} untrusted {{name} leva os visitantes para {location}, que não tem um certificado válido.} linked {{name} mostra um site cujo endereço é {location}; os links dele tiram os visitantes do novo domínio.} other {{name} redireciona para outro host{hasLocation, select, true { ({location})} other {}}, então os visitantes não ficam no novo domínio.}}',
  'fix.site-other-host':
    '{how, select, frame {Remova o frame (redirecionamento “mascarado”) e associe o hostname ao site dele no WordPress ou no Ultimate Multisite.} astray {Aponte também {location} para o destino, ou defina {name} como endereço do site.} untrusted {Mapeie também {location} e espere o certificado, ou defina {name} como endereço do site.} other {Defina o novo domínio como endereço do site (no WordPress: Configurações → Geral; em uma rede: o domínio do site) e remova os redirecionamentos antigos.}}',
  'finding.site-redirects':
    'Os redirecionamentos do site nunca terminam ou não levam a lugar nenhum{hasLocation, select, true {: {location}} other {}}.',
  'fix.site-redirects': 'Confira os plugins de redirecionamento, o `.htaccess` e o endereço do site.',
  'finding.site-silent':
    '{how, select, certificate {{addresses} {addressCount, plural, one {exige} many {exigem} other {exigem}} um certificado de cliente, por isso quem não tem um não recebe nenhuma página.} other {{addresses} {addressCount, plural, one {não retorna} many {não retornam} other {não retornam}} nenhuma página na porta {how, select, secure {443} other {80}}{hasReason, select, true { ({reason})} other {}}.}}',
  'fix.site-silent':
    '{how, select, certificate {Peça ao suporte da {provider} para deixar de exigir certificados de cliente (mTLS) neste app.} other {Pergunte ao suporte da {provider} sobre a porta {how, select, secure {443} other {80}} deste app.}}',
  'finding.site-forbidden':
    '{how, select, here {O servidor nega o acesso a {name}{hasStatus, select, true { (status {status})} other {}}: ao bot, e talvez aos visitantes.} limited {O servidor recusa o bot por excesso de requisições (status 429), e talvez também os visitantes.} other {O servidor recusa as requisições para qualquer nome, não só para este{hasStatus, select, true { (status {status})} other {}}.}}',
  'fix.site-forbidden':
    '{how, select, here {Abra o site em um navegador. Se também estiver bloqueado, confira os plugins de segurança, as permissões dos arquivos e se há um arquivo index.} limited {Se continuar, pergunte ao suporte da {provider} sobre o limite de requisições deste app.} other {Pergunte ao suporte da {provider} sobre as regras de acesso deste app.}}',
  'finding.site-login': 'O site pede login{hasStatus, select, true { (status {status})} other {}}.',
  'fix.site-login': 'Se os visitantes devem ver o site, remova a proteção por senha.',
  'finding.site-other':
    '{how, select, unread {O site responde de um jeito que o bot não consegue ler, por isso a página não foi verificada.} other {O site responde, mas não parece ser WordPress{hasTitle, select, true { ({title})} other {}}.}}',
  'fix.site-other': 'Confira se é o site certo.',
  'finding.ssl-unchecked': 'Não foi possível verificar o certificado daqui.',
  'fix.ssl-unchecked':
    'Nada a fazer no domínio: o bot não conseguiu acessar os endereços do app e tenta de novo sozinho. Se continuar falhando, confira a rede do bot.',
});
