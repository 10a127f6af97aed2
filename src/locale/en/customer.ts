/** English: the message for the customer, in plain text, ready for an agent to send. */
export const customerEn = {
  'customer.title': '*Ready to send to the customer* (only you can see this; copy it)',
  'customer.greeting': 'Hi,',
  'customer.to-do': 'to connect {hostname} to your website,',
  'customer.one-left':
    'we’re almost there: part of your DNS is right already. To finish connecting {hostname} to your website,',
  'customer.down':
    '{hostname} no longer {about, plural, one {leads} other {lead}} to your website, because something changed. To bring {about, plural, one {it} other {them}} back,',
  'customer.expiring':
    'the certificate of {hostname} is about to expire and couldn’t be renewed so far. To keep your website secure,',
  'customer.refused':
    'our hosting provider hasn’t accepted {hostname} yet. You don’t need to do anything at the moment: we’re looking into it and will get back to you.',
  'customer.waiting':
    'your DNS settings for {hostname} are fine, and there’s nothing left for you to do. We’re finishing the setup on our side.',
  'customer.works':
    '{hostname} {count, plural, one {is} other {are}} now connected to your website and secured with a valid certificate. There’s nothing left for you to do.',
  'customer.sign-in': 'please sign in where your DNS is managed and:',
  'customer.sign-in-at':
    'please sign in to {dnsProvider} (where your DNS is managed{hasPanel, select, true {: {panel}} other {}}) and:',
  'customer.delete': 'Delete: Type {type} · Name {host} (full name: {name}) · Value {value}',
  'customer.change':
    'Change the {type} record to: Type {type} · Name {host} (full name: {name}) · Value {value} · leave TTL as it is',
  'customer.create':
    'Add: Type {type} · Name {host} (full name: {name}) · Value {value} · leave TTL as it is',
  'customer.empty-name': '(leave it empty)',
  'customer.alternative': 'If your provider doesn’t accept a CNAME there, add this instead:',
  'customer.time': 'It usually works within {hours, plural, one {an hour} other {# hours}}.',
  'customer.waiting-hours':
    'Some visitors may still see the old page for up to {hours, plural, one {an hour} other {# hours}}.',
  'customer.reply': 'Reply here when it’s done, and we’ll confirm.',
} as const satisfies Record<string, string>;
