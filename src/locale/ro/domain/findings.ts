import type { findingsEn } from '../../en/domain/findings.js';
import { translation } from '../../messages.js';

/** Romanian: what each finding saw and how to fix it, in a form that can be sent to the customer. */
export const findingsRo = translation<'ro', typeof findingsEn>()({
  'finding.domain-unregistered':
    'Registrul nu cunoaște acest domeniu: nu este înregistrat, a expirat sau este suspendat.',
  'fix.domain-unregistered':
    'Verifică dacă este scris corect. Apoi autentifică-te la registrarul domeniului și înregistrează, reînnoiește sau deblochează domeniul.',
  'finding.target-missing':
    '{gone}, gazda către care sunt direcționate înregistrările clienților, nu are nicio adresă.',
  'fix.target-missing':
    'Corectează ținta acestei aplicații în configurația botului sau întreabă suportul {provider} de ce a dispărut gazda. Înregistrarea clientului este în regulă.',
  'finding.domain-on-hold':
    'Registrarul a mutat domeniul pe {servers}: a expirat sau datele de contact ale titularului nu sunt confirmate.',
  'fix.domain-on-hold':
    'Reînnoiește domeniul la registrar sau confirmă datele de contact din e-mailul registrarului. Nameserverele revin apoi singure.',
  'finding.target-as-server':
    '{count, plural, one {Gazda site-ului ({servers}) este trecută ca nameserver} few {Gazdele site-ului ({servers}) sunt trecute ca nameservere} other {Gazdele site-ului ({servers}) sunt trecute ca nameservere}} {hasAbove, select, true {în zona {above}} other {la registrar}}. {count, plural, one {Ea nu răspunde} few {Ele nu răspund} other {Ele nu răspund}} la interogări DNS.',
  'fix.target-as-server':
    '{how, select, beside {{count, plural, one {Scoate-o} few {Scoate-le} other {Scoate-le}} din acea listă; celelalte nameservere sunt suficiente.} other {{hasAbove, select, true {Șterge {count, plural, one {această înregistrare NS și adaugă în locul ei} few {aceste înregistrări NS și adaugă în locul lor} other {aceste înregistrări NS și adaugă în locul lor}} un CNAME sau o înregistrare de adresă.} other {La registrar, introdu din nou nameserverele furnizorului DNS. Adresa site-ului se pune într-o înregistrare la acel furnizor.}}}}',
  'finding.delegation-missing':
    '{hasAbove, select, true {Zona {above} deleagă acest nume, dar niciunul dintre nameserverele indicate nu {how, select, private {are o adresă publică} other {există}}} other {Domeniul este înregistrat, dar niciunul dintre nameserverele lui nu {how, select, private {are o adresă publică} other {există}}}}{hasServers, select, true {: {servers}} other {}}.',
  'fix.delegation-missing':
    '{hasAbove, select, true {În zona {above}, corectează înregistrările NS pentru acest nume sau șterge-le și adaugă acolo înregistrarea.} other {La registrarul domeniului, introdu nameserverele furnizorului DNS exact așa cum le indică acesta.}}',
  'finding.servers-down':
    'Niciunul dintre nameserverele domeniului nu răspunde ({servers}), deși registrul răspunde.{hasReason, select, true { Un resolver public spune: {reason}} other {}}',
  'fix.servers-down':
    'Întreabă furnizorul DNS ce este în neregulă cu aceste servere sau setează {hasAbove, select, true {în zona {above}} other {la registrar}} nameserverele altui furnizor.',
  'finding.dnssec-bogus':
    'DNSSEC pentru {zone} este defect, așa că resolverele care verifică semnăturile resping orice răspuns.{hasReason, select, true { Motiv: {reason}} other {}}',
  'fix.dnssec-bogus':
    '{hasAbove, select, true {În zona {above}} other {La registrar}}, șterge înregistrarea DS (ceea ce oprește DNSSEC) sau introdu-o pe cea dată de furnizorul DNS actual. Dacă au expirat semnăturile, cere-i furnizorului DNS să semneze din nou zona.',
  'finding.domain-parked':
    'Domeniul este parcat: nameserverele lui ({servers}) arată reclame sau o pagină de vânzare.',
  'fix.domain-parked':
    'Oprește parcarea sau redirecționarea la registrar, alege DNS-ul acestuia sau al altui furnizor, apoi adaugă acolo înregistrarea.',
  'finding.server-lame':
    '{servers} {count, plural, one {apare ca nameserver pentru {zone}, dar nu servește zona} few {apar ca nameservere pentru {zone}, dar nu servesc zona} other {apar ca nameservere pentru {zone}, dar nu servesc zona}}.',
  'fix.server-lame':
    'Cere-i furnizorului DNS să adauge zona acolo sau șterge {count, plural, one {acest server} few {aceste servere} other {aceste servere}} {place, select, zone {din înregistrările NS ale zonei} registrar {din nameserverele indicate {hasAbove, select, true {în zona {above}} other {la registrar}}} other {{hasAbove, select, true {din zona {above}} other {de la registrar}} și din înregistrările NS ale zonei înseși}}.',
  'finding.server-failing':
    '{servers} {count, plural, one {răspunde} few {răspund} other {răspund}} cu o eroare pentru {zone}{hasReason, select, true { ({reason})} other {}}.',
  'fix.server-failing':
    'Cere-i furnizorului DNS să repare zona pe {count, plural, one {acest server} few {aceste servere} other {aceste servere}}.',
  'finding.tcp-blocked':
    '{servers} {count, plural, one {scurtează răspunsul} few {scurtează răspunsurile} other {scurtează răspunsurile}} prin UDP, iar răspunsul complet nu ajunge prin TCP.',
  'fix.tcp-blocked':
    'Cere-i furnizorului DNS să deschidă portul 53 pentru TCP pe {count, plural, one {acest server} few {aceste servere} other {aceste servere}}. Dacă se întâmplă și la alte domenii, îl blochează firewallul botului.',
  'finding.dname-between':
    'O înregistrare DNAME la {name} redirecționează toate numele de sub ea, așa că înregistrările pentru acest nume nu au efect.',
  'fix.dname-between':
    'Șterge înregistrarea DNAME de la {name} sau folosește un nume de gazdă care nu este sub ea.',
  'finding.cname-mixed':
    'Numele are un al doilea CNAME ({observed}) pe lângă cel corect. Este permis unul singur, iar resolverele îl pot urma pe oricare.',
  'fix.cname-mixed': 'Șterge CNAME-ul care duce în altă parte și păstrează-l pe cel corect.',
  'finding.cname-loop': 'CNAME-urile formează o buclă sau un lanț prea lung: {observed}.',
  'fix.cname-loop': 'Schimbă CNAME-ul astfel încât să fie direcționat către țintă.',
  'finding.partner-silent': 'CNAME-ul duce la {name}, pentru care nu răspunde niciun nameserver.',
  'fix.partner-silent':
    'Întreabă operatorul domeniului {name} sau direcționează această înregistrare direct către țintă.',
  'finding.cname-at-apex':
    'Domeniul rădăcină are un CNAME ({observed}), ceea ce DNS nu permite: e-mailul și alte înregistrări nu mai funcționează pentru unii.',
  'fix.cname-at-apex':
    'Șterge CNAME-ul și adaugă în locul lui înregistrarea de adresă sau folosește ce numește furnizorul DNS ALIAS, ANAME ori CNAME flattening.',
  'finding.domain-appended-to-value':
    'CNAME-ul este direcționat către {observed}, pentru că panoul DNS a adăugat domeniul la valoare.',
  'fix.domain-appended-to-value':
    'Introdu din nou valoarea, cu punct la sfârșit ({expected}.), sau alege „nume complet”, dacă panoul oferă opțiunea.',
  'finding.value-garbled':
    'Valoarea CNAME-ului este {observed}: împreună cu numele {expected} au fost lipite și alte caractere.',
  'fix.value-garbled': 'Introdu din nou valoarea doar ca {expected}, fără ghilimele, spații sau „https://”.',
  'finding.cname-to-address':
    'CNAME-ul este direcționat către {observed}, o adresă IP. Un CNAME cere un nume de gazdă.',
  'fix.cname-to-address':
    'Șterge CNAME-ul și adaugă înregistrarea corectă. Adresele IP se pun în înregistrări A sau AAAA.',
  'finding.cname-dangling': 'CNAME-ul este direcționat către {gone}, care nu există sau nu are o adresă.',
  'fix.cname-dangling': 'Schimbă CNAME-ul astfel încât să fie direcționat către țintă.',
  'finding.domain-appended-to-name':
    'Înregistrarea a fost adăugată ca {appendedName}, pentru că panoul DNS a atașat domeniul la un nume care îl conținea deja.',
  'fix.domain-appended-to-name':
    'Șterge acea înregistrare și adaug-o din nou, punând ca nume doar partea dinaintea domeniului.',
  'finding.servers-lagging':
    '{ahead} {aheadCount, plural, one {are} few {au} other {au}} înregistrarea; {servers} {count, plural, one {are} few {au} other {au}} încă o copie mai veche a zonei.',
  'fix.servers-lagging':
    'Nu ai nimic de făcut, doar așteaptă: serverele își copiază zona unul de la altul, de obicei în cel mult o oră. Dacă durează mai mult, întreabă furnizorul DNS.',
  'finding.servers-disagree':
    'Nameserverele diferă: {ahead} {aheadCount, plural, one {are} few {au} other {au}} înregistrarea, {servers} {count, plural, one {nu o are} few {nu o au} other {nu o au}}.',
  'fix.servers-disagree':
    '{place, select, registrar {Șterge {servers} din nameserverele indicate {hasAbove, select, true {în zona {above}} other {la registrar}}: zona însăși nu {count, plural, one {îl} few {le} other {le}} conține.} zone {Șterge din zonă înregistrările NS pentru {servers}: {hasAbove, select, true {zona {above}} other {registrarul}} nu {count, plural, one {îl} few {le} other {le}} conține.} other {Adaugă aceeași înregistrare și pe {servers} sau șterge {count, plural, one {acest server} few {aceste servere} other {aceste servere}} {hasAbove, select, true {din zona {above}} other {de la registrar}} și din înregistrările NS ale zonei înseși.}}',
  'finding.wildcard-shadow':
    'Acest nume nu are o înregistrare proprie; în locul ei răspunde o înregistrare wildcard, cu {observed}.',
  'fix.wildcard-shadow':
    'Adaugă o înregistrare pentru acest nume. Ea are prioritate față de wildcard, care poate rămâne.',
  'finding.cloudflare-proxied':
    'Numele este în spatele proxy-ului Cloudflare ({observed}){how, select, loop {, care redirecționează vizitatorii întruna, deși site-ul funcționează fără el} error {, care răspunde cu o eroare (starea {status}), deși site-ul funcționează fără el} unseen {, iar botul nu poate vedea dacă duce la site} other {, care nu duce la site}}.',
  'fix.cloudflare-proxied':
    'În setările DNS din Cloudflare, direcționează înregistrarea către țintă și comut-o din „Proxied” pe „DNS only” (norul gri). {how, select, loop {Înainte să pornești din nou proxy-ul, setează modul de criptare (SSL/TLS) la „Full (strict)”.} other {Poți porni din nou proxy-ul după ce există certificatul.}}',
  'finding.cname-wrong': 'CNAME-ul este direcționat către {observed} în loc de {expected}.',
  'fix.cname-wrong': 'Schimbă CNAME-ul astfel încât să fie direcționat către țintă.',
  'finding.address-private':
    'DNS-ul răspunde cu {observed}, o adresă la care nu se poate ajunge prin internet.',
  'fix.address-private': 'Modifică DNS-ul astfel, în această ordine.',
  'finding.a-wrong': 'DNS-ul răspunde cu {observed} în loc de {expected}.',
  'fix.a-wrong': 'Modifică DNS-ul astfel, în această ordine.',
  'finding.a-mixed':
    'DNS-ul are adresa corectă, dar și {observed}: unii vizitatori și autoritatea de certificare ajung pe alt server.',
  'fix.a-mixed': 'Șterge înregistrarea în plus.',
  'finding.aaaa-left-over':
    'DNS-ul are încă o adresă IPv6 veche ({observed}), pe care autoritățile de certificare și mulți vizitatori o preferă față de IPv4.',
  'fix.aaaa-left-over': 'Șterge înregistrarea AAAA.',
  'finding.record-as-text':
    '{observed} se află într-o înregistrare TXT a acestui nume, care nu duce vizitatorii nicăieri.',
  'fix.record-as-text':
    'Șterge această înregistrare TXT, apoi adaugă înregistrarea corectă. Lângă un CNAME nu pot exista alte înregistrări.',
  'finding.record-missing':
    '{how, select, others {Nu există nicio adresă pentru acest nume, iar celelalte înregistrări ale lui ({observed}) exclud un CNAME.} beside {Nu există nicio înregistrare pentru acest nume, dar există una pentru {location}.} six {Acest nume are doar o adresă IPv6 ({observed}), așa că vizitatorii fără IPv6 nu ajung la el.} hidden {Nu există nicio înregistrare pentru acest nume. Înregistrarea wildcard nu îl acoperă, pentru că există alte înregistrări cu acest nume sau sub el.} other {Nu există nicio înregistrare pentru acest nume.}}',
  'fix.record-missing': 'Adaugă înregistrarea la furnizorul DNS al domeniului.',
  'finding.server-silent':
    '{servers} {count, plural, one {nu răspunde} few {nu răspund} other {nu răspund}}; celelalte nameservere răspund.',
  'fix.server-silent':
    'Întreabă furnizorul DNS despre {count, plural, one {acest server sau șterge-l} few {aceste servere sau șterge-le} other {aceste servere sau șterge-le}} {hasAbove, select, true {din zona {above}} other {de la registrar}} dacă nu {count, plural, one {mai este folosit} few {mai sunt folosite} other {mai sunt folosite}}.',
  'finding.dns-odd':
    'DNS-ul nu este corect, dintr-un motiv pe care botul nu îl recunoaște{hasReason, select, true { ({reason})} other {}}.',
  'fix.dns-odd': 'Trimite asta furnizorului DNS sau verifică domeniul pe https://zonemaster.net .',
  'finding.server-unsigned':
    '{servers} {count, plural, one {trimite} few {trimit} other {trimit}} semnături greșite pentru {zone} ({reason}), așa că unii vizitatori nu primesc răspuns.',
  'fix.server-unsigned':
    'Cere-i furnizorului DNS să semneze din nou zona sau să repare transferul către {count, plural, one {acest server} few {aceste servere} other {aceste servere}}.',
  'finding.denial-unproven':
    '{servers} {count, plural, one {nu dovedește} few {nu dovedesc} other {nu dovedesc}} că unele nume lipsesc din {zone} (fără înregistrări NSEC), deși zona este semnată.',
  'fix.denial-unproven': 'Cere-i furnizorului DNS să semneze complet zona.',
  'finding.https-elsewhere':
    'O înregistrare HTTPS pentru {name} trimite browserele la {observed} în loc de adresa corectă.',
  'fix.https-elsewhere': 'Șterge înregistrarea HTTPS a acestui nume sau corectează adresele din ea.',
  'finding.ns-missing': 'Unele nameservere indicate nu există sau nu au o adresă publică: {servers}.',
  'fix.ns-missing':
    'Corectează sau șterge {count, plural, one {acest nume} few {aceste nume} other {aceste nume}} {hasAbove, select, true {în zona {above}} other {la registrar}} și în înregistrările NS ale zonei înseși.',
  'finding.ns-alias':
    'Unele nameservere sunt indicate printr-un alias (CNAME), pe care nu toate resolverele îl urmează: {servers}.',
  'fix.ns-alias': 'Indică nameservere care au adrese proprii.',
  'finding.glue-differs':
    '{hasAbove, select, true {Zona {above}} other {Registrarul}} are alte adrese pentru {servers} ({observed}) decât propria {count, plural, one {lui} few {lor} other {lor}} zonă ({expected}).',
  'fix.glue-differs':
    '{hasAbove, select, true {În zona {above}} other {La registrar}}, actualizează adresele {count, plural, one {acestui nameserver} few {acestor nameservere} other {acestor nameservere}} („glue” sau „host records”).',
  'finding.aaaa-failing':
    '{servers} {count, plural, one {dă} few {dau} other {dau}} eroare la interogările IPv6 (AAAA), în loc să răspundă că nu există o astfel de înregistrare: unii vizitatori așteaptă sau nu primesc răspuns.',
  'fix.aaaa-failing':
    'Cere-i furnizorului DNS să repare asta. De multe ori, cauza este un firewall din fața serverului.',
  'finding.delegation-mismatch':
    '{hasAbove, select, true {Zona {above}} other {Registrarul}} indică {parent} ca nameservere, dar zona însăși indică {child}.',
  'fix.delegation-mismatch':
    'Pune aceleași nameservere în ambele liste: introdu nameserverele furnizorului actual {hasAbove, select, true {în zona {above}} other {la registrar}} și ca înregistrări NS în zona însăși.',
  'finding.target-failing':
    'Resolverele publice nu pot rezolva {name}, gazda către care sunt direcționate înregistrările clienților.',
  'fix.target-failing':
    'Întreabă suportul {provider} despre DNS-ul acestei gazde. Înregistrarea clientului este în regulă.',
  'finding.partner-bogus':
    '{how, select, unsure {DNSSEC este defect pentru acest nume sau pe drumul spre {name}, unde duce CNAME-ul{hasReason, select, true { ({reason})} other {}}; resolverele nu spun unde.} other {DNSSEC este defect pentru {name}, unde duce CNAME-ul{hasReason, select, true { ({reason})} other {}}; zona domeniului nu este cauza.}}',
  'fix.partner-bogus':
    '{how, select, unsure {Verifică acest nume și {name} la https://dnsviz.net , apoi anunță operatorul zonei defecte.} other {Anunță operatorul domeniului {name}. Clientul nu poate repara asta.}}',
  'finding.resolver-failing':
    '{servers} nu {count, plural, one {reușește} few {reușesc} other {reușesc}} să rezolve numele{hasReason, select, true { ({reason})} other {}}.',
  'fix.resolver-failing':
    'De obicei trece în câteva minute. Dacă nu, întreabă furnizorul DNS dacă serverele lui pot fi contactate de oriunde.',
  'finding.resolver-filtered':
    '{servers} {count, plural, one {blochează} few {blochează} other {blochează}} numele ca nedorit sau periculos.',
  'fix.resolver-filtered':
    'Cere-i operatorului resolverului să reanalizeze domeniul; cei mai mulți au un formular pentru asta.',
  'finding.resolver-rewriting':
    '{how, select, invents {{servers} {count, plural, one {inventează} few {inventează} other {inventează}} adrese pentru nume care nu există și a apărut una și pentru acest nume.} other {{servers} {count, plural, one {dă} few {dau} other {dau}} un răspuns pe care zona nu îl are și pe care niciun cache nu îl mai poate păstra.}}',
  'fix.resolver-rewriting':
    'Domeniul nu este cauza. Întreabă operatorul {count, plural, one {acestui resolver} few {acestor resolvere} other {acestor resolvere}} sau cere-i administratorului botului să urmărească altele (`DNS_RESOLVERS`).',
  'finding.resolvers-silent': 'De aici nu au putut fi contactate resolvere publice: {servers}.',
  'fix.resolvers-silent':
    'Domeniul nu este cauza. Cere-i administratorului botului să verifice `DNS_RESOLVERS` și firewallul.',
  'finding.proxy-serves':
    '{how, select, loop {Proxy-ul din fața site-ului ({observed}) redirecționează vizitatorii întruna, deși site-ul funcționează fără el.} error {Proxy-ul din fața site-ului ({observed}) răspunde cu o eroare (starea {status}), deși site-ul funcționează fără el.} other {Un proxy răspunde pentru acest nume ({observed}) și servește site-ul.}}',
  'fix.proxy-serves':
    '{place, select, settings {Verifică setările proxy-ului: trebuie să ajungă la țintă prin HTTPS (în Cloudflare: modul de criptare „Full (strict)”).} log {Verifică în jurnalul proxy-ului dacă eroarea este a lui (de exemplu, a unui firewall) sau vine de la site.} other {Nu ai nimic de făcut. Certificatul pe care îl văd vizitatorii este cel al proxy-ului.}}',
  'finding.resolver-repeating':
    '{servers} {count, plural, one {dă} few {dau} other {dau}} încă vechiul răspuns, deși copia din cache văzută înainte a expirat.',
  'fix.resolver-repeating':
    'Nu ai nimic de făcut, doar așteaptă: resolverele mari au mai multe cache-uri și fiecare expiră separat.',
  'finding.caches-waiting':
    'Înregistrarea este corectă. {servers} {count, plural, one {are} few {au} other {au}} încă vechiul răspuns în cache.',
  'fix.caches-waiting':
    'Nu ai nimic de făcut, doar așteaptă. Ca să grăbești lucrurile, golește cache-urile pe https://dns.google/cache și https://one.one.one.one/purge-cache/ .',
  'finding.dns-unchecked':
    '{how, select, blocked {DNS-ul nu a putut fi verificat: nameserverele domeniului ({servers}) nu îi răspund botului, deși un resolver public are un răspuns de la ele.} other {DNS-ul nu a putut fi verificat: serverele întrebate de bot nu i-au răspuns.}}',
  'fix.dns-unchecked':
    '{how, select, blocked {Dacă domeniul funcționează pentru vizitatori, furnizorul lui DNS blochează adresa botului: cere-i să o permită. Altfel, serverele sunt oprite, iar resolverele răspund din cache.} other {La domeniu nu ai nimic de făcut; botul încearcă din nou singur. Dacă tot nu merge, verifică rețeaua botului: are nevoie de portul 53, prin UDP și TCP.}}',

  'finding.wildcard-needs-dns':
    'Un certificat pentru domeniul wildcard {name} are nevoie de o înregistrare DNS (DNS-01); nu poate fi emis prin site (HTTP-01).',
  'fix.wildcard-needs-dns':
    'Întreabă suportul {provider} cum se emite certificatul wildcard al acestei aplicații sau mapează fiecare nume de gazdă folosit.',
  'finding.caa-forbids':
    'Înregistrările CAA de la {name} ({observed}) nu permit ca {expected} să emită un certificat.',
  'fix.caa-forbids': 'Adaugă la {name} o înregistrare CAA care permite asta; celelalte pot rămâne.',
  'finding.caa-critical':
    'O înregistrare CAA de la {name} este marcată drept critică, cu o etichetă necunoscută ({observed}), așa că nicio autoritate nu poate emite un certificat.',
  'fix.caa-critical': 'Șterge această înregistrare CAA de la {name} sau scoate-i marcajul critic.',
  'finding.caa-failing':
    'Nameserverele dau eroare la interogările CAA pentru {name} ({reason}), așa că autoritățile de certificare nu emit un certificat.',
  'fix.caa-failing':
    'Cere-i furnizorului DNS să repare asta: la interogările CAA trebuie să se răspundă chiar dacă nu există înregistrări CAA.',
  'finding.caa-restricts':
    'Înregistrările CAA de la {name} permit certificate doar în anumite condiții: {observed}.',
  'fix.caa-restricts':
    'Scoate condițiile (`accounturi`, `validationmethods`), dacă nu știi sigur că {provider} le îndeplinește.',
  'finding.http-unreachable':
    'Portul 80 de la {addresses} nu poate fi accesat, așa că autoritatea de certificare nu poate verifica numele.',
  'fix.http-unreachable':
    'Întreabă suportul {provider} de ce este închis portul 80 pentru această aplicație.',
  'finding.http-challenge-blocked':
    'Site-ul răspunde, dar un firewall blochează cererile către `/.well-known/acme-challenge/` la {addresses}.',
  'fix.http-challenge-blocked': 'Permite această cale în firewall sau în pluginul de securitate.',
  'finding.http-not-http': 'Portul 80 de la {addresses} nu folosește HTTP.',
  'fix.http-not-http': 'Cere-i suportului {provider} să verifice portul 80 al acestei aplicații.',
  'finding.http-redirect-loop':
    'Cererea autorității de certificare se blochează într-o buclă de redirecționări{hasLocation, select, true {: {location}} other {}}.',
  'fix.http-redirect-loop':
    'Exclude `/.well-known/acme-challenge/` din redirecționările site-ului: verifică pluginul de redirecționări, `.htaccess` și opțiunea „Force HTTPS”.',
  'finding.http-redirect-bad':
    '{how, select, away {Site-ul redirecționează autoritatea de certificare către alt server ({location}), care nu poate confirma acest nume.} other {Autoritatea de certificare nu poate urma redirecționarea site-ului{hasLocation, select, true {: {location}} other {}}.}}',
  'fix.http-redirect-bad':
    '{how, select, away {Exclude `/.well-known/acme-challenge/` din redirecționare sau setează {name} ca adresă a site-ului.} other {Redirecționează doar către un nume de gazdă public, prin http sau https, pe porturile standard.}}',
  'finding.http-test-cookie':
    'Protecția anti-bot de la {addresses} răspunde cu un test JavaScript în locul site-ului.',
  'fix.http-test-cookie': 'Oprește testul pentru `/.well-known/acme-challenge/`.',
  'finding.http-login':
    'O parolă sau o regulă de acces blochează `/.well-known/acme-challenge/`{hasStatus, select, true { (codul {status})} other {}}.',
  'fix.http-login':
    'Permite această cale fără autentificare. Verifică protecția cu parolă, pluginurile de securitate și paginile „în curând”.',
  'finding.http-error':
    'Site-ul răspunde cu o eroare la cererea autorității de certificare{hasStatus, select, true { (codul {status})} other {}}.',
  'fix.http-error':
    'Verifică jurnalul de erori al site-ului: site-ul trebuie să răspundă înainte de emiterea unui certificat.',
  'finding.http-unexpected':
    'Site-ul răspunde neobișnuit la cererea autorității de certificare{hasStatus, select, true { (codul {status})} other {}}.',
  'fix.http-unexpected':
    'Dacă nu se emite niciun certificat, verifică ce plugin sau ce regulă răspunde pentru `/.well-known/acme-challenge/`.',
  'finding.http-differs':
    '{addresses} răspund diferit pe portul 80, deci s-ar putea să nu fie același server.',
  'fix.http-differs': 'Întreabă suportul {provider} dacă toate aceste adrese aparțin acestei aplicații.',
  'finding.tls-refused':
    '{addresses} {addressCount, plural, one {refuză} few {refuză} other {refuză}} conexiunile pe portul 443.',
  'fix.tls-refused': 'Cere-i suportului {provider} să verifice portul 443 al acestei aplicații.',
  'finding.tls-silent':
    '{addresses} {addressCount, plural, one {nu răspunde} few {nu răspund} other {nu răspund}} pe portul 443.',
  'fix.tls-silent':
    'Dacă persistă, cere-i suportului {provider} să verifice portul 443 al acestei aplicații.',
  'finding.tls-reset':
    '{addresses} {addressCount, plural, one {închide} few {închid} other {închid}} conexiunea pe portul 443.',
  'fix.tls-reset': 'Cere-i suportului {provider} să verifice TLS pentru această aplicație.',
  'finding.tls-absent':
    '{addresses} {addressCount, plural, one {răspunde} few {răspund} other {răspund}} pe portul 443 fără TLS, de exemplu cu HTTP simplu.',
  'fix.tls-absent': 'Cere-i suportului {provider} să activeze TLS pentru această aplicație.',
  'finding.tls-old':
    '{how, select, key {Cheia certificatului de pe {addresses} este de un tip pe care browserele nu îl acceptă.} other {{addresses} {addressCount, plural, one {acceptă} few {acceptă} other {acceptă}} doar versiuni TLS sau cifruri pe care browserele nu le mai admit.}}',
  'fix.tls-old':
    '{how, select, key {Cere-i suportului {provider} un certificat cu cheie RSA, P-256 sau P-384.} other {Cere-i suportului {provider} să permită TLS 1.3, iar TLS 1.2 cu cifruri actuale.}}',
  'finding.tls-failing': 'Negocierea TLS cu {addresses} eșuează.',
  'fix.tls-failing': 'Cere-i suportului {provider} să verifice TLS pentru această aplicație.',
  'finding.certificate-expired': 'Certificatul de la {addresses} a expirat ({validTo}).',
  'fix.certificate-expired':
    'Nu a fost reînnoit. {how, select, proxy {Este certificatul proxy-ului: întreabă operatorul lui sau verifică-l în setările proxy-ului.} other {Rezolvă întâi celelalte probleme, dacă există, apoi cere-i suportului {provider} să îl reînnoiască.}}',
  'finding.certificate-early':
    'Certificatul de la {addresses} nu este încă valabil (valabil din: {validFrom}).',
  'fix.certificate-early':
    'Așteaptă până atunci sau întreabă suportul {provider} dacă vreun ceas este setat greșit.',
  'finding.certificate-staging':
    'Certificatul de la {addresses} este unul de test ({issuer}), în care browserele nu au încredere.',
  'fix.certificate-staging': 'Cere-i suportului {provider} să emită un certificat real.',
  'finding.certificate-self-signed':
    'Certificatul de la {addresses} este autosemnat, așa că browserele nu au încredere în el.',
  'fix.certificate-self-signed': 'Cere-i suportului {provider} să emită un certificat real.',
  'finding.chain-incomplete':
    '{addresses} {addressCount, plural, one {nu trimite} few {nu trimit} other {nu trimit}} certificatul intermediar de la {issuer}, așa că unii vizitatori văd un avertisment.',
  'fix.chain-incomplete': 'Cere-i suportului {provider} să servească tot lanțul.',
  'finding.chain-expired':
    'Certificatul de la {addresses} este în regulă, dar unul de deasupra lui în lanț a expirat sau nu este încă valabil ({issuer}).',
  'fix.chain-expired': 'Cere-i suportului {provider} să servească certificatul intermediar actual.',
  'finding.certificate-untrusted':
    'Certificatul de la {addresses}, emis de {issuer}, nu este de încredere{hasReason, select, true { ({reason})} other {}}.',
  'fix.certificate-untrusted':
    'Cere-i suportului {provider} să emită un certificat de la o autoritate publică.',
  'finding.certificate-slow':
    'Emiterea certificatului durează mai mult decât de obicei, fără un motiv vizibil din afară.',
  'fix.certificate-slow':
    'Verifică starea SSL în panoul {provider} sau întreabă suportul {provider}. Nu elimina domeniul ca să-l adaugi din nou: ajută rar și consumă din limita săptămânală a autorității de certificare.',
  'finding.name-unknown':
    '{addresses} {addressCount, plural, one {încă nu cunoaște} few {încă nu cunosc} other {încă nu cunosc}} {name}.',
  'fix.name-unknown':
    'Verifică dacă domeniul apare în panoul {provider}. Poate că {provider} încă îl pregătește.',
  'finding.certificate-other-name':
    '{addresses} {addressCount, plural, one {are} few {au} other {au}} un certificat pentru {names}, dar {how, select, lost {nu mai {addressCount, plural, one {are} few {au} other {au}} niciunul pentru {name}} other {încă niciunul pentru {name}}}.',
  'fix.certificate-other-name':
    '{how, select, lost {Domeniul a avut deja un certificat. Verifică starea SSL în panoul {provider} sau întreabă suportul {provider}.} other {Nu ai nimic de făcut: DNS-ul este corect, deci {provider} poate emite certificatul, de obicei în 10–15 minute.}}',
  'finding.certificate-nameless':
    '{addresses} {addressCount, plural, one {prezintă} few {prezintă} other {prezintă}} un certificat fără niciun nume ({issuer}) în locul unuia pentru {name}.',
  'fix.certificate-nameless': 'Întreabă suportul {provider} ce certificat este instalat acolo.',
  'finding.ssl-odd':
    'Certificatul nu este corect, dintr-un motiv pe care botul nu îl recunoaște{hasReason, select, true { ({reason})} other {}}.',
  'fix.ssl-odd': 'Trimite asta suportului {provider}.',
  'finding.certificate-expiring': 'Certificatul expiră în curând ({validTo}) și nu a fost reînnoit.',
  'fix.certificate-expiring':
    '{how, select, proxy {Este certificatul proxy-ului: întreabă operatorul lui sau verifică-l în setările proxy-ului.} other {Rezolvă întâi celelalte probleme, dacă există, apoi cere-i suportului {provider} să îl reînnoiască.}}',
  'finding.site-error':
    '{how, select, pause {Site-ul anunță că nu este disponibil momentan (codul 503), cum face WordPress în timpul actualizărilor și cu pagini „în curând”.} download {Browserele descarcă pagina sau îi afișează codul, din cauza antetelor cu care vine.} source {Vizitatorii primesc codul PHP al site-ului în locul paginii, pentru că serverul nu rulează PHP.} shown {În locul paginii, vizitatorii văd un mesaj de eroare{hasTitle, select, true { ({title})} other {}}.} empty {Site-ul răspunde cu o pagină goală.} fatal {În locul paginii, vizitatorii văd un mesaj de eroare PHP.} other {Site-ul răspunde cu o eroare{hasStatus, select, true { (codul {status})} other {}}.}}',
  'fix.site-error':
    '{how, select, pause {Așteaptă să se termine actualizarea. Dacă durează, șterge fișierul `.maintenance` din folderul WordPress sau dezactivează pluginul de mentenanță.} download {Verifică ce setează `Content-Type` și `Content-Disposition` pentru pagini: un plugin de cache sau configurația serverului.} source {Întreabă suportul {provider} de ce nu rulează PHP pentru această aplicație.} other {Verifică jurnalul de erori al site-ului.}}',
  'finding.site-default-page':
    '{how, select, parking {Vizitatorii văd reclame sau o ofertă de vânzare a domeniului în locul site-ului{hasTitle, select, true { ({title})} other {}}.} other {Vizitatorii văd pagina implicită a furnizorului în locul site-ului{hasTitle, select, true { ({title})} other {}}.}}',
  'fix.site-default-page':
    '{how, select, parking {Află cine a pus pagina aceasta: o trimite chiar serverul aplicației. Apoi atribuie numele de gazdă site-ului său în WordPress sau în Ultimate Multisite.} other {Atribuie numele de gazdă site-ului său în WordPress sau în Ultimate Multisite.}}',
  'finding.site-signup': 'Vizitatorii de pe {name} ajung la pagina de înscriere a rețelei.',
  'fix.site-signup':
    'În Ultimate Multisite, atribuie numele de gazdă site-ului său și activează înregistrarea de domeniu.',
  'finding.site-install': '{name} arată pagina de instalare WordPress, deci încă nu există un site.',
  'fix.site-install': 'Instalează WordPress sau conectează aplicația la baza ei de date.',
  'finding.site-suspended': '{name} arată că site-ul sau contul este suspendat.',
  'fix.site-suspended': 'Reactivează site-ul în Ultimate Multisite sau contul la furnizor.',
  'finding.site-network-main':
    '{name} arată site-ul principal al rețelei{hasLocation, select, true { ({location})} other {}}.',
  'fix.site-network-main': 'În Ultimate Multisite, atribuie numele de gazdă site-ului său.',
  'finding.site-other-host':
    '{how, select, frame {{name} arată {location} într-un cadru în loc de un site propriu.} astray {{name} trimite vizitatorii la {location}, al cărui DNS nu duce la această aplicație.} untrusted {{name} trimite vizitatorii la {location}, care nu are un certificat valid.} linked {{name} arată un site a cărui adresă este {location}, așa că linkurile lui scot vizitatorii de pe noul domeniu.} other {{name} redirecționează către alt domeniu{hasLocation, select, true { ({location})} other {}}, așa că vizitatorii nu rămân pe noul domeniu.}}',
  'fix.site-other-host':
    '{how, select, frame {Scoate cadrul (redirecționare „mascată”) și atribuie numele de gazdă site-ului său în WordPress sau în Ultimate Multisite.} astray {Îndreaptă și {location} către țintă sau setează {name} ca adresă a site-ului.} untrusted {Mapează și {location} și așteaptă certificatul lui sau setează {name} ca adresă a site-ului.} other {Setează noul domeniu ca adresă a site-ului (în WordPress: Setări → Generale; într-o rețea: domeniul site-ului) și șterge redirecționările vechi.}}',
  'finding.site-redirects':
    'Redirecționările site-ului nu se termină sau nu duc nicăieri{hasLocation, select, true {: {location}} other {}}.',
  'fix.site-redirects': 'Verifică pluginurile de redirecționări, `.htaccess` și adresa site-ului.',
  'finding.site-silent':
    '{how, select, certificate {{addresses} {addressCount, plural, one {cere} few {cer} other {cer}} un certificat de client, așa că vizitatorii care nu au unul nu primesc nicio pagină.} other {{addresses} nu {addressCount, plural, one {trimite} few {trimit} other {trimit}} nicio pagină pe portul {how, select, secure {443} other {80}}{hasReason, select, true { ({reason})} other {}}.}}',
  'fix.site-silent':
    '{how, select, certificate {Cere suportului {provider} să nu mai solicite certificate de client (mTLS) pentru această aplicație.} other {Întreabă suportul {provider} despre portul {how, select, secure {443} other {80}} al acestei aplicații.}}',
  'finding.site-forbidden':
    '{how, select, here {Serverul interzice accesul la {name}{hasStatus, select, true { (codul {status})} other {}}: botului și poate vizitatorilor.} limited {Serverul respinge botul din cauza prea multor cereri (codul 429), poate și pe vizitatori.} other {Serverul respinge cererile pentru orice nume, nu doar pentru acesta{hasStatus, select, true { (codul {status})} other {}}.}}',
  'fix.site-forbidden':
    '{how, select, here {Deschide site-ul într-un browser. Dacă e blocat și acolo, verifică pluginurile de securitate, permisiunile fișierelor și dacă există un fișier index.} limited {Dacă persistă, întreabă suportul {provider} despre limita de cereri a acestei aplicații.} other {Întreabă suportul {provider} despre regulile de acces ale acestei aplicații.}}',
  'finding.site-login': 'Site-ul cere autentificare{hasStatus, select, true { (codul {status})} other {}}.',
  'fix.site-login': 'Dacă vizitatorii trebuie să vadă site-ul, elimină protecția cu parolă.',
  'finding.site-other':
    '{how, select, unread {Site-ul răspunde într-un mod pe care botul nu îl poate citi, așa că pagina nu a fost verificată.} other {Site-ul răspunde, dar nu pare să fie WordPress{hasTitle, select, true { ({title})} other {}}.}}',
  'fix.site-other': 'Verifică dacă este site-ul potrivit.',
  'finding.ssl-unchecked': 'Certificatul nu a putut fi verificat de aici.',
  'fix.ssl-unchecked':
    'La domeniu nu ai nimic de făcut: botul nu a putut contacta adresele aplicației și încearcă din nou singur. Dacă tot nu merge, verifică rețeaua botului.',
});
