/** English: the message for the customer, in plain text, ready for an agent to send. */
export const customerEn = {
  'customer-dialog.title': 'Message for the customer',
  'customer-dialog.submit': 'Mark as sent',
  'customer-dialog.text': 'Message',
  'customer-dialog.language': '*Language of the message*',
  'customer-dialog.kept': 'You edited the text, so it stays as it is.',
  'customer-dialog.replace': 'Replace it with the text in {language}',
  'customer-dialog.hint':
    'Edit it, copy it and send it yourself: the bot writes to nobody outside Slack. Then mark it as sent.',
  'customer-dialog.sent-before':
    ':email: {person} sent a message {at}. {isFollowUp, select, true {Nothing has changed since, so this is a follow-up.} other {Things have changed since.}}',
  'customer-dialog.one-click':
    ':sparkles: The customer’s DNS provider can make the changes by itself. The link in the text leads to {host}.',
  'customer-dialog.email': 'Open this text in your email app',
  'customer-dialog.refresh': 'Put my changes into the email link',
  'customer-dialog.too-long': 'This text is too long for an email link. Copy it, or get it as files.',
  'customer-dialog.cut':
    ':warning: The message is longer than this field can hold, so its end is missing here. The files have all of it.',
  'customer-dialog.sent-direct': ':white_check_mark: Sent to you in a direct message.',
  'customer-dialog.files': 'Send me the text as files',
  'customer-dialog.attached':
    'The message for the customer, as HTML (open it, select all, paste it into your email app) and as plain text.',
  'customer-dialog.follow-up': 'Follow up',
  'customer-dialog.tell': 'Tell the customer',

  'return-page.approved.title': 'Thank you!',
  'return-page.approved.text':
    '{dnsProvider} says that you approved the changes. We’re checking your domain now. You can close this page.',
  'return-page.cancelled.title': 'Nothing was changed',
  'return-page.cancelled.text':
    'You cancelled at {dnsProvider}. You can open the link in our message again, or make the changes by hand.',
  'return-page.failed.title': 'That didn’t work',
  'return-page.failed.text':
    '{dnsProvider} reported an error. Please make the changes by hand, as our message describes.',
  'return-page.unknown.title': 'This link has been used',
  'return-page.unknown.text': 'It was used already, or it is too old. You can close this page.',

  'customer.subject': 'Your domain {hostname}',
  'customer.greeting': '{tone, select, formal {Hello,} other {Hi,}}',
  'customer.to-do':
    'To connect {hostname} to your website, your DNS needs {steps, plural, one {one change} other {# changes}}.',
  'customer.one-left':
    'We’re almost there: part of your DNS is right already. To finish connecting {hostname} to your website, it needs {steps, plural, one {one more change} other {# more changes}}.',
  'customer.follow-up':
    '{tone, select, formal {We would like to remind you of {hostname}. As far as we can see, nothing has changed in your DNS yet.} other {Just a reminder about {hostname}: as far as we can see, nothing has changed in your DNS yet.}} It still needs {steps, plural, one {one change} other {# changes}}.',
  'customer.down':
    '{hostname} no longer {about, plural, one {works} other {work}} for your visitors. To fix this, your DNS needs {steps, plural, one {one change} other {# changes}}.',
  'customer.expiring':
    'The certificate of {hostname} is about to expire and couldn’t be renewed so far. To keep your website secure, your DNS needs {steps, plural, one {one change} other {# changes}}.',
  'customer.refused':
    'Our hosting provider hasn’t accepted {hostname} yet. You don’t need to do anything at the moment: we’re looking into it.',
  'customer.down-ours':
    '{hostname} {about, plural, one {doesn’t} other {don’t}} work properly for your visitors at the moment. You don’t need to do anything: we’re looking into it.',
  'customer.expiring-ours':
    'The certificate of {hostname} is about to expire and couldn’t be renewed so far. You don’t need to do anything: we’re looking into it.',
  'customer.waiting':
    'Your DNS settings for {hostname} are right, and there’s nothing left for you to do. We’re finishing the setup on our side.',
  'customer.unsure':
    'We’re still checking the DNS settings of {hostname}. You don’t need to do anything at the moment.',
  'customer.works':
    '{hostname} {count, plural, one {is} other {are}} now connected to your website and secured with a valid certificate. There’s nothing left for you to do.',
  'customer.one-click':
    'The quickest way: open this link, sign in to {dnsProvider} and confirm. {dnsProvider} then makes {steps, plural, one {the change} other {the changes}} for you.\n{link}',
  'customer.by-hand': 'Or do it by hand.',
  'customer.sign-in':
    '{hasProvider, select, true {Please sign in to {dnsProvider}, where your DNS is managed{hasPanel, select, true { ({panel})} other {}}, and:} other {Please sign in where your DNS is managed and:}}',
  'customer.please': 'Please take {steps, plural, one {this step} other {these steps}}:',
  'customer.delete': 'Delete: Type {type} · Name {host} (full name: {name}) · Value {value}',
  'customer.change':
    'Change the {type} record to: Type {type} · Name {host} (full name: {name}) · Value {value} · leave TTL as it is',
  'customer.create':
    'Add: Type {type} · Name {host} (full name: {name}) · Value {value} · leave TTL as it is',
  'customer.alias':
    'Add: Type ALIAS (or ANAME, or a CNAME if your provider allows it there) · Name {host} (full name: {name}) · Value {value} · leave TTL as it is',
  'customer.empty-name': '(leave it empty)',
  'customer.alternative': 'If your provider doesn’t accept a CNAME there, add this instead:',
  'customer.time':
    'It usually works within {unit, select, days {{days, plural, one {a day} other {# days}}} other {{hours, plural, one {an hour} other {# hours}}}}.',
  'customer.waiting-time':
    'Some visitors may still see the old page for up to {unit, select, days {{days, plural, one {a day} other {# days}}} other {{hours, plural, one {an hour} other {# hours}}}}.',
  'customer.reply':
    '{tone, select, formal {Please reply to this message once it’s done.} other {Reply here when it’s done, and we’ll confirm.}}',
  'customer.signature': '',
} as const satisfies Record<string, string>;
