import type { problemsEn } from '../../en/slack/problems.js';
import { translation } from '../../messages.js';

/** Romanian: what was wrong with a request, and what to do instead. */
export const problemsRo = translation<'ro', typeof problemsEn>()({
  'hostname.empty': 'Adaugă un nume de gazdă, de exemplu `/domain map shop.example.com`.',
  'hostname.email-address':
    '{input} este o adresă de e-mail. Scrie doar numele de gazdă, de exemplu `shop.example.com`.',
  'hostname.has-credentials':
    'Acest link conține un nume de utilizator sau o parolă. Scrie doar numele de gazdă.',
  'hostname.ip-address': '{input} este o adresă IP. Scrie un nume de gazdă, de exemplu `shop.example.com`.',
  'hostname.wildcard-not-first':
    'În {input}, `*` nu este la locul lui. Poate fi doar toată prima parte, ca în `*.example.com`.',
  'hostname.empty-label': '{input} începe cu un punct sau are două puncte la rând.',
  'hostname.label-too-long': '{label} are peste 63 de caractere, maximul permis în DNS pentru o parte.',
  'hostname.name-too-long': 'Acest nume de gazdă are peste 253 de caractere, maximul permis în DNS.',
  'hostname.too-many-labels': '{input} are peste 10 părți, prea multe pentru un certificat.',
  'hostname.bad-characters':
    '{label} are un caracter care nu este permis într-un nume de gazdă. Folosește litere, cifre și cratime.',
  'hostname.hyphen-edge': '{label} începe sau se termină cu o cratimă, ceea ce DNS nu permite.',
  'hostname.bad-punycode':
    '{input} nu este un nume de domeniu internațional valid. Scrie-l cu alfabetul lui propriu.',
  'hostname.single-label':
    '{input} este doar o parte dintr-un nume de gazdă. Adaugă extensia, de exemplu {example}.',
  'hostname.no-public-suffix':
    '{input} nu poate fi public, pentru că nu există domeniul de nivel superior {suffix}.',
  'hostname.is-public-suffix':
    '{suffix} nu este un domeniu de sine stătător. Scrie un domeniu înregistrat sub el.',
  'hostname.provider-internal':
    '{input} este un nume de la {provider} și funcționează fără mapare. Scrie numele de gazdă al clientului.',

  'problem.usage': 'Scrie așa: {usage}.',
  'problem.unknown-command': '{typed} nu este o comandă. Scrie {help} ca să le vezi pe toate.',
  'problem.did-you-mean': '{typed} nu este o comandă. Ai vrut să scrii {command}?',
  'problem.did-you-mean-usage': '{typed} nu este o comandă. Ai vrut să scrii {usage}?',
  'usage.run': 'Rulează comanda',
  'usage.hostname-missing': 'Adaugă numele de gazdă: {usage}.',
  'usage.one-hostname': 'Câte un nume de gazdă odată. Începe cu {command}.',
  'usage.one-hostname.note':
    'Câte un nume de gazdă odată: {listed} a fost citit ca o listă. Începe cu {command}. Dacă nota începe cu {next}, pune doar un spațiu înainte.',
  'usage.too-many-hostnames': 'Prea multe nume de gazdă: cel mult {most} odată. Începe cu {command}.',
  'usage.no-more-words': 'După {name} nu urmează nimic. Scrie {command}.',
  'usage.unknown-option': '{option} nu este o opțiune a acestei comenzi. Scrie {usage}.',
  'usage.split-hostname': 'Un nume de gazdă nu are spații. Ai vrut să scrii {command}?',
  'usage.did-you-mean': '{option} nu este o opțiune. Ai vrut să scrii {command}?',
  'usage.value-missing': '{option} are nevoie de o valoare: {usage}.',
  'problem.outdated':
    'Acest element vine dintr-o versiune mai veche a aplicației și nu mai funcționează. Scrie `/domain help` ca să vezi ce poți face.',
  'problem.other-command':
    '{typed} nu funcționează aici. Folosește `/domain`; `/domain help` arată comenzile.',
  'problem.meant': 'Ai vrut să scrii {near}?',
  'problem.not-mapped.near': '{hostname} nu este mapat. Ai vrut să scrii {near}?',
  'problem.not-mapped': '{hostname} nu este mapat. Ca să-l mapezi, scrie `/domain map {hostname}`.',
  'problem.being-removed':
    '{hostname} se elimină acum. Mapează-l din nou după ce firul lui de discuție anunță eliminarea.',
  'problem.unreadable':
    '{hostname} este salvat, dar această versiune a botului nu îi poate citi datele. Nu s-a schimbat nimic. Cere-i administratorului să scrie `/domain doctor`, care spune de ce.',
  'problem.too-fast': 'Au fost prea multe cereri odată. Încearcă din nou peste {duration}.',
  'problem.too-busy':
    'Botul este ocupat cu alte verificări, iar aceasta nu a început. Încearcă din nou peste un minut.',
  'problem.gone': 'Această mapare nu mai există.',
  'problem.permission':
    '{permission, select, map {mapezi domenii} unmap {elimini domenii} move {muți carduri} approve {aprobi o eliminare} check {verifici domenii} audit {folosești comenzile audit, sync și doctor} configure {schimbi setări} assign {te ocupi de domenii} other {vezi aceste domenii}}',
  'problem.not-allowed': 'Nu ai permisiunea să {what}. {ask} poate face asta sau îți poate da acces.',
  'problem.not-allowed.members': 'Nu ai permisiunea să {what}. Doar membrii acestui spațiu de lucru o au.',
  'problem.nothing-here':
    'Aici nu există domenii. Invitații și oamenii din alte spații de lucru văd doar domeniile canalului în care sunt.',
  'problem.not-a-site': '{typed} nu este un ID de site: scrie numărul site-ului din Ultimate Multisite.',
  'problem.site-search':
    '{why, select, none {Niciun site nu se potrivește cu {typed}. Scrie o parte din titlu sau din adresă, ori ID-ul.} several {Mai multe site-uri se potrivesc cu {typed}. Scrie mai mult din titlu sau din adresă, ori ID-ul.} other {Lista de site-uri nu poate fi citită acum. Scrie ID-ul site-ului sau încearcă din nou peste un minut.}}',
  'problem.wrong-channel': 'Comenzile funcționează doar în {channels}.',
  'problem.direct-message':
    'Cardurile nu pot fi publicate în mesaje directe. Scrie comanda într-un canal în care sunt membru.',
  'problem.unusable-channel':
    '{place, select, uninvited {Nu sunt în {channel}, așa că nu s-a schimbat nimic. Scrie acolo `/invite @{bot}`, apoi încearcă din nou.} archived {{channel} este arhivat, așa că nu s-a schimbat nimic. Folosește alt canal.} other {Slack nu a putut confirma că pot publica în {channel}, așa că nu s-a schimbat nimic. Încearcă din nou peste un minut.}}',
  'problem.other-channels': 'Cardurile se pot muta doar în {channels}.',
  'problem.not-a-channel':
    '{typed} nu este un canal pe care îl pot găsi. Scrie `#` și alege canalul din lista Slack, ca în `/domain move shop.example.com #general`.',
  'problem.shared-channel':
    '{channel} este partajat cu altă organizație, ai cărei membri ar citi cardurile. Nu s-a schimbat nimic. Alege alt canal sau cere-i administratorului să seteze CARDS_IN_SHARED_CHANNELS=true.',
  'problem.unsure':
    'Slack nu a putut confirma cine ești, așa că nu s-a schimbat nimic. Încearcă din nou peste un minut.',
  'problem.verifying': 'O verificare este deja în curs. Așteaptă să se termine.',
  'problem.own-request': 'Cererea este a ta, deci altcineva trebuie să o aprobe. O poți retrage.',
  'problem.not-own-request': 'Doar {person} poate retrage această cerere. Tu o poți respinge.',
  'problem.not-open': 'Această cerere nu mai este deschisă. Scrie `/domain unmap` ca să ceri din nou.',
  'problem.own-domain': '{hostname} aparține chiar rețelei aplicației {app}, deci funcționează fără mapare.',
  'problem.on-other-app':
    '{hostname} este deja mapat în aplicația {app}. Elimină-l întâi de acolo: un nume de gazdă poate fi într-o singură aplicație.',
  'problem.setting':
    'Introdu un număr întreg de la {least, number, ::group-off} la {most, number, ::group-off} sau lasă gol pentru valoarea implicită.',
  'problem.no-network':
    'Aplicația {app} nu are configurat un API Ultimate Multisite, deci `--site` nu se poate folosi. Setează MULTISITE_URL, MULTISITE_API_KEY și MULTISITE_API_SECRET sau creează manual înregistrarea de domeniu.',
  'problem.unknown-app': 'Nu există aplicația {app}. Configurate: {apps}.',
  'problem.app-needed': 'Adaugă aplicația cu `--app NAME`. Configurate: {apps}.',
  'problem.messages-tab':
    'Nu îți pot trimite mesaje directe, așa că nu s-a făcut nimic. Cere-i administratorului să activeze „Messages Tab” la „App Home” în setările aplicației Slack, apoi încearcă din nou.',
  'problem.took-too-long': 'A durat prea mult pentru Slack. Încearcă din nou.',
  'problem.incident':
    'Ceva nu a mers. Este posibil ca cererea ta să nu fi fost salvată. Încearcă din nou; dacă tot nu merge, dă-i administratorului acest ID de incident: `{incident}`',
});
