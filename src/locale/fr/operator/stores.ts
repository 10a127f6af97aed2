import type { storesEn } from '../../en/operator/stores.js';
import { translation } from '../../messages.js';

/** French: stores: copying them, and databases and folders that can’t be used. */
export const storesFr = translation<'fr', typeof storesEn>()({
  'report.copy.unfinished':
    '{place} contient une copie inachevée de {other}. Terminez-la avec le même « closte-domain-bot store copy », ou videz-le.',
  'report.copy.no-store':
    '{place} ne contient pas de données du bot. Indiquez un DATA_DIR ou une base de données qu’un bot a utilisés.',
  'report.copy.unreadable':
    'Impossible de copier {what} ({reason}). Réparez-le ou mettez-le de côté, puis recommencez la copie.',
  'report.copy.used':
    'Un bot travaille sur {place}. Arrêtez toutes les répliques, attendez dix secondes et recommencez la copie.',
  'report.copy.different':
    '{place} diffère des données à copier : {what}. Indiquez une destination vide : la copie ne mélange jamais deux jeux de données.',
  'report.copy.running': '{place} est en cours de copie. Attendez la fin de la copie, ou arrêtez-la.',
  'report.data-dir.used':
    'Un autre bot (processus {number} sur {host}) travaille sur {place}. Arrêtez-le d’abord, ou donnez à celui-ci un autre DATA_DIR.',
  'report.database.unusable':
    'DATABASE_URL ({place}) est inutilisable : {reason}. Vérifiez l’URL, le serveur, et que l’utilisateur du bot peut créer des tables dans cette base.',
  'report.database.newer':
    'Une version plus récente du bot a modifié la base de données (son schéma exige l’étape {number} ; cette version connaît jusqu’à {most}). Rien n’a été modifié : lancez la version plus récente.',
  'report.database.password': 'le mot de passe est faux ({code})',
  'report.database.user': 'le serveur refuse cet utilisateur ({code})',
  'report.database.missing': 'cette base de données n’existe pas ({code})',
  'report.database.permission': 'l’utilisateur ne peut pas y créer de tables ({code})',
  'report.database.full': 'le disque du serveur est plein ({code})',
  'report.database.connections': 'le serveur n’a plus de connexion libre ({code})',
  'report.database.starting': 'le serveur démarre ou s’arrête ({code})',
  'report.database.slow': 'le serveur a annulé une instruction trop longue ({code})',
  'report.database.read-only': 'elle est en lecture seule ({code})',
  'report.database.silent': 'personne ne répond à cette adresse ({code})',
  'report.database.address': 'l’hôte n’a pas d’adresse ({code})',
  'shell.store.no-url':
    'DATABASE_URL n’est pas définie. Définissez-la, ou indiquez un dossier ou postgres://….',
  'shell.store.bad-url':
    '{name} n’est pas une URL postgres://. Écrivez les caractères spéciaux du mot de passe sous forme de codes (%23 pour #, %2F pour /).',
  'shell.store.same': '--from et --to désignent le même endroit.',
  'shell.store.copied':
    '{from} a été copié vers {to}, et tout a été comparé. Mappages : {mappings}. Événements : {events}. Autres documents : {documents}. Écrits cette fois : {written}.',
  'shell.store.copying': 'Mappages copiés jusqu’ici : {count}',
  'shell.store.broken':
    'Mappages dont des événements ont été modifiés ou perdus avant la copie : {count}. « closte-domain-bot audit verify » les nomme.',
  'shell.capacity.carried':
    'Oui : sur cette machine, un seul processus avec des fichiers supporte {mappings} domaines vérifiés toutes les {interval} s.',
  'shell.capacity.not-carried':
    'Non : un seul processus sur cette machine ne supporte pas {mappings} domaines vérifiés toutes les {interval} s. Utilisez PostgreSQL (DATABASE_URL) et des machines comme celle-ci. Réplicas nécessaires : {replicas}, plus un en cas de panne.',
  'shell.capacity.limit':
    'Elle en supporte environ {most} ; la limite est {limit, select, cpu {le processeur} disk {le disque} other {la mémoire}}.',
  'shell.capacity.interval':
    'Vérifiés toutes les {interval} s, un seul processus en supporterait {mappings}.',
  'shell.capacity.measured': 'Mesuré ici :',
  'shell.capacity.cpu':
    '  processeur : {ms} ms de CPU par vérification sans nouveauté (DNS, certificat, page, données), face à des simulateurs sur cette machine',
  'shell.capacity.cpu-assumed':
    '  processeur : {ms} ms de CPU par vérification sans nouveauté. Seule la part des données a été mesurée ; le reste est supposé, car les simulateurs ont besoin des paquets de développement (npm ci)',
  'shell.capacity.disk':
    '  disque : {median} ms pour écrire 4 Kio durablement ({p99} ms au pire) ; {changes} changements enregistrés par seconde',
  'shell.capacity.memory': '  mémoire : {bytes} octets par domaine ; {mib} Mio pour un processus',
  'shell.capacity.at-rate':
    '  au rythme demandé : {rate} vérifications/s pendant {seconds} s ont pris {share} % d’un cœur ; la boucle d’événements a eu {loop} ms de retard (99e centile), une vérification {late} ms au plus',
  'shell.capacity.no-rate':
    '  au rythme demandé : non essayé, faute de simulateurs ou parce que c’est plus qu’un processus ne peut faire',
  'shell.capacity.extrapolated':
    'Extrapolé de ces mesures, avec {share} % d’un cœur pour les vérifications et une nouveauté toutes les {checks} vérifications :',
  'shell.capacity.parts': '  le processeur supporte {cpu} domaines, le disque {disk}, la mémoire {memory}',
  'shell.capacity.not-measured':
    'Non mesuré : une base de données, le réseau, les limites de débit de Slack et de {provider}.',
});
