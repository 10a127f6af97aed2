import type { customerEn } from '../../en/domain/customer.js';
import { translation } from '../../messages.js';

/** Romanian: the message for the customer, in plain text, ready for an agent to send. */
export const customerRo = translation<'ro', typeof customerEn>()({
  'customer-dialog.title': 'Mesaj pentru client',
  'customer-dialog.submit': 'Marchează ca trimis',
  'customer-dialog.text': 'Mesaj',
  'customer-dialog.language': '*Limba mesajului*',
  'customer-dialog.kept': 'Ai modificat textul, așa că rămâne neschimbat.',
  'customer-dialog.replace': 'Înlocuiește-l cu textul în {language}',
  'customer-dialog.hint':
    'Editează-l, copiază-l și trimite-l chiar tu: botul nu scrie nimănui în afara Slack. Apoi marchează-l ca trimis.',
  'customer-dialog.sent-before':
    ':email: {person} a trimis un mesaj ({at}). {isFollowUp, select, true {De atunci nu s-a schimbat nimic, deci acesta este un mesaj de revenire.} other {De atunci lucrurile s-au schimbat.}}',
  'customer-dialog.one-click':
    ':sparkles: Furnizorul DNS al clientului poate face singur modificările. Linkul din text duce la {host}.',
  'customer-dialog.email': 'Deschide textul în programul de e-mail',
  'customer-dialog.refresh': 'Pune modificările mele în linkul de e-mail',
  'customer-dialog.too-long':
    'Textul este prea lung pentru un link de e-mail. Copiază-l sau primește-l ca fișiere.',
  'customer-dialog.cut':
    ':warning: Mesajul este prea lung pentru acest câmp: aici îi lipsește finalul. În fișiere este complet.',
  'customer-dialog.sent-direct': ':white_check_mark: L-ai primit într-un mesaj direct.',
  'customer-dialog.files': 'Trimite-mi textul ca fișiere',
  'customer-dialog.attached':
    'Mesajul pentru client, ca HTML (deschide-l, selectează tot, lipește în programul de e-mail) și ca text simplu.',
  'customer-dialog.follow-up': 'Revino cu un mesaj',
  'customer-dialog.tell': 'Anunță clientul',

  'return-page.approved.title': 'Vă mulțumim!',
  'return-page.approved.text':
    '{dnsProvider} ne-a transmis că ați aprobat modificările. Verificăm acum domeniul dumneavoastră. Puteți închide această pagină.',
  'return-page.cancelled.title': 'Nu s-a modificat nimic',
  'return-page.cancelled.text':
    'Ați anulat la {dnsProvider}. Puteți deschide din nou linkul din mesajul nostru sau puteți face modificările manual.',
  'return-page.failed.title': 'Nu a funcționat',
  'return-page.failed.text':
    '{dnsProvider} a raportat o eroare. Vă rugăm să faceți modificările manual, așa cum sunt descrise în mesajul nostru.',
  'return-page.unknown.title': 'Linkul nu mai este valabil',
  'return-page.unknown.text': 'A fost deja folosit sau este prea vechi. Puteți închide această pagină.',

  'customer.subject': 'Domeniul dumneavoastră {hostname}',
  'customer.greeting': '{tone, select, formal {Stimate client,} other {Bună ziua,}}',
  'customer.to-do':
    'Pentru a conecta {hostname} la site-ul dumneavoastră, este nevoie de {steps, plural, one {o modificare} few {# modificări} other {# de modificări}} în setările DNS ale domeniului.',
  'customer.one-left':
    'Aproape am terminat: o parte din setările DNS este deja corectă. Pentru a conecta complet {hostname} la site-ul dumneavoastră, mai este nevoie de {steps, plural, one {o singură modificare} few {# modificări} other {# de modificări}}.',
  'customer.follow-up':
    '{tone, select, formal {Revenim cu privire la {hostname}. Din ce vedem, în setările DNS nu s-a schimbat încă nimic.} other {Revenim cu o scurtă reamintire despre {hostname}: din ce vedem, în setările DNS nu s-a schimbat încă nimic.}} Mai este nevoie de {steps, plural, one {o modificare} few {# modificări} other {# de modificări}}.',
  'customer.down':
    '{hostname} {about, plural, one {nu mai funcționează} few {nu mai funcționează} other {nu mai funcționează}} pentru vizitatori. Pentru a rezolva problema, este nevoie de {steps, plural, one {o modificare} few {# modificări} other {# de modificări}} în setările DNS ale domeniului.',
  'customer.expiring':
    'Certificatul pentru {hostname} expiră în curând și nu a putut fi reînnoit până acum. Pentru ca site-ul dumneavoastră să rămână securizat, este nevoie de {steps, plural, one {o modificare} few {# modificări} other {# de modificări}} în setările DNS ale domeniului.',
  'customer.refused':
    'Furnizorul nostru de găzduire nu a acceptat încă {hostname}. Deocamdată nu trebuie să faceți nimic: ne ocupăm noi.',
  'customer.down-ours':
    'În acest moment, {hostname} {about, plural, one {nu funcționează} few {nu funcționează} other {nu funcționează}} corect pentru vizitatori. Nu trebuie să faceți nimic: ne ocupăm noi.',
  'customer.expiring-ours':
    'Certificatul pentru {hostname} expiră în curând și nu a putut fi reînnoit până acum. Nu trebuie să faceți nimic: ne ocupăm noi.',
  'customer.waiting':
    'Setările DNS pentru {hostname} sunt corecte și nu mai aveți nimic de făcut. Finalizăm noi configurarea.',
  'customer.unsure': 'Încă verificăm setările DNS pentru {hostname}. Deocamdată nu trebuie să faceți nimic.',
  'customer.works':
    '{hostname} {count, plural, one {este acum conectat la site-ul dumneavoastră și securizat} few {sunt acum conectate la site-ul dumneavoastră și securizate} other {sunt acum conectate la site-ul dumneavoastră și securizate}} cu un certificat valid. Nu mai aveți nimic de făcut.',
  'customer.one-click':
    'Cel mai rapid: deschideți acest link, autentificați-vă la {dnsProvider} și confirmați. {dnsProvider} face apoi {steps, plural, one {modificarea} few {modificările} other {modificările}} în locul dumneavoastră.\n{link}',
  'customer.by-hand': 'Sau procedați manual.',
  'customer.sign-in':
    '{hasProvider, select, true {Vă rugăm să vă autentificați la {dnsProvider}, unde este administrat DNS-ul domeniului{hasPanel, select, true { ({panel})} other {}}, și apoi:} other {Vă rugăm să vă autentificați la furnizorul care administrează DNS-ul domeniului și apoi:}}',
  'customer.please':
    'Vă rugăm să urmați {steps, plural, one {acest pas} few {acești pași} other {acești pași}}:',
  'customer.delete': 'Ștergeți: Tip {type} · Nume {host} (numele complet: {name}) · Valoare {value}',
  'customer.change':
    'Modificați înregistrarea {type} astfel: Tip {type} · Nume {host} (numele complet: {name}) · Valoare {value} · lăsați TTL-ul neschimbat',
  'customer.create':
    'Adăugați: Tip {type} · Nume {host} (numele complet: {name}) · Valoare {value} · lăsați TTL-ul neschimbat',
  'customer.alias':
    'Adăugați: Tip ALIAS (sau ANAME, ori un CNAME dacă furnizorul îl permite acolo) · Nume {host} (numele complet: {name}) · Valoare {value} · lăsați TTL-ul neschimbat',
  'customer.empty-name': '(lăsați câmpul gol)',
  'customer.alternative': 'Dacă furnizorul nu acceptă acolo un CNAME, adăugați în schimb:',
  'customer.time':
    'De obicei, totul funcționează în {unit, select, days {{days, plural, one {cel mult o zi} few {cel mult # zile} other {cel mult # de zile}}} other {{hours, plural, one {cel mult o oră} few {cel mult # ore} other {cel mult # de ore}}}}.',
  'customer.waiting-time':
    'Unii vizitatori mai pot vedea pagina veche {unit, select, days {{days, plural, one {cel mult o zi} few {cel mult # zile} other {cel mult # de zile}}} other {{hours, plural, one {cel mult o oră} few {cel mult # ore} other {cel mult # de ore}}}}.',
  'customer.reply':
    '{tone, select, formal {Vă rugăm să răspundeți la acest mesaj după ce ați terminat.} other {Dați-ne un semn când este gata, iar noi vă confirmăm.}}',
  'customer.signature': '',
});
