/** Where anybody can open a mailbox: such a domain says nothing about where its owner works. */
const providers = new Set(
  `126.com 163.com aol.com chello.nl duck.com email.com fastmail.com freedom.nl free.fr gmail.com gmx.at gmx.ch
  gmx.com gmx.de gmx.net googlemail.com hey.com hetnet.nl home.nl hotmail.be hotmail.co.uk hotmail.com hotmail.de
  hotmail.fr hotmail.nl icloud.com kpnmail.nl kpnplanet.nl laposte.net libero.it live.be live.com live.nl mac.com
  mail.com mail.ru mailbox.org mailinator.com me.com msn.com onsbrabantnet.nl orange.fr outlook.be outlook.com
  outlook.de outlook.fr planet.nl pm.me posteo.de posteo.net posteo.nl proton.me protonmail.com qq.com quicknet.nl
  seznam.cz skynet.be solcon.nl startmail.com t-online.de tele2.nl telenet.be telfort.nl tiscali.nl tuta.com
  tuta.io tutanota.com upcmail.nl versatel.nl wanadoo.fr wanadoo.nl web.de wp.pl xs4all.nl yahoo.co.uk yahoo.com
  yahoo.de yahoo.fr yandex.com yandex.ru ymail.com zeelandnet.nl ziggo.nl zoho.com zonnet.nl`.split(/\s+/),
);

export function isPublicMailDomain(domain: string): boolean {
  return providers.has(domain);
}
