import { index, prefix, type RouteConfig, route } from "@remix-run/route-config";

/** Every URL of the product. Feeds and health are answered before Remix: app/raw-routes.ts. */
export default [
  index("routes/home.tsx"),
  route("language", "routes/language.tsx"),
  route("theme", "routes/theme.tsx"),
  route("login", "routes/login.tsx"),
  route("login/code", "routes/login.code.tsx"),
  route("logout", "routes/logout.tsx"),
  route("account", "routes/account.tsx"),
  route("account/mail", "routes/account.mail.tsx"),
  // Where the last line of a mail leads, and what mail programs post to by themselves (RFC 8058).
  route("unsubscribe/:token", "routes/unsubscribe.$token.tsx"),
  route("setup/:token", "routes/setup.$token.tsx"),
  route("host-invitations/:token", "routes/host-invitations.$token.tsx"),
  route("outbox", "routes/outbox.tsx"),
  route("outbox.json", "routes/outbox[.]json.ts"),
  route("favourites", "routes/favourites.ts"),
  route("agenda", "routes/agenda.tsx"),
  route("agenda/subscriptions", "routes/agenda.subscriptions.tsx"),
  route("agenda/clashes", "routes/agenda.clashes.tsx"),

  ...prefix("organisations", [
    index("routes/organisations._index.tsx"),
    route(":organisation", "routes/organisations.$organisation._index.tsx"),
    route(":organisation/edit", "routes/organisations.$organisation.edit.tsx"),
    route(":organisation/people", "routes/organisations.$organisation.people.tsx"),
    route(":organisation/logo", "routes/organisations.$organisation.logo.ts"),
  ]),

  ...prefix("festivals", [
    index("routes/festivals._index.tsx"),
    route("new", "routes/festivals.new.tsx"),
    route(":festival", "routes/festivals.$festival._index.tsx"),
    route(":festival/changes", "routes/festivals.$festival.changes.tsx"),
    route(":festival/sessions/:session", "routes/festivals.$festival.sessions.$session.tsx"),
    route(":festival/propose", "routes/festivals.$festival.propose._index.tsx"),
    route(":festival/propose/:proposal", "routes/festivals.$festival.propose.$proposal.tsx"),
    // What is typed there, saved meanwhile.
    route(":festival/propose/:proposal/draft", "routes/festivals.$festival.propose.$proposal.draft.ts"),
    route(":festival/wishes", "routes/festivals.$festival.wishes.tsx"),
    route(":festival/my", "routes/festivals.$festival.my.tsx"),
    route(":festival/ballot.json", "routes/festivals.$festival.ballot[.]json.ts"),
    // What is typed there, saved meanwhile.
    route(":festival/wishes/save", "routes/festivals.$festival.wishes.save.ts"),
    route(":festival/together", "routes/festivals.$festival.together.tsx"),
    route(":festival/embed", "routes/festivals.$festival.embed.tsx"),
    // What the timetable's page sends and asks; JSON both ways.
    route(":festival/organise/timetable/edits", "routes/festivals.$festival.organise.timetable.edits.ts"),
    // A phone at a door shows nothing but that door; it sends and asks JSON.
    route(":festival/organise/door/:door", "routes/festivals.$festival.organise.door.$door.tsx"),
    route(
      ":festival/organise/door/:door/check-ins",
      "routes/festivals.$festival.organise.door.$door.check-ins.ts",
    ),
    route(":festival/organise/export/:file", "routes/festivals.$festival.organise.export.$file.ts"),
    route(":festival/organise", "routes/festivals.$festival.organise.tsx", [
      index("routes/festivals.$festival.organise._index.tsx"),
      route("hosts", "routes/festivals.$festival.organise.hosts.tsx"),
      route("hosts/:host", "routes/festivals.$festival.organise.hosts.$host.tsx"),
      route("venue", "routes/festivals.$festival.organise.venue.tsx"),
      route("tracks", "routes/festivals.$festival.organise.tracks.tsx"),
      route("call", "routes/festivals.$festival.organise.call.tsx"),
      route("sessions", "routes/festivals.$festival.organise.sessions._index.tsx"),
      route("sessions/new", "routes/festivals.$festival.organise.sessions.new.tsx"),
      route("sessions/:session", "routes/festivals.$festival.organise.sessions.$session.tsx"),
      route("timetable", "routes/festivals.$festival.organise.timetable.tsx"),
      route("proposals", "routes/festivals.$festival.organise.proposals._index.tsx"),
      route("proposals/mails", "routes/festivals.$festival.organise.proposals.mails.tsx"),
      route("proposals/:proposal", "routes/festivals.$festival.organise.proposals.$proposal.tsx"),
      route("conflicts", "routes/festivals.$festival.organise.conflicts.tsx"),
      route("placing", "routes/festivals.$festival.organise.placing.tsx"),
      route("ballot", "routes/festivals.$festival.organise.ballot._index.tsx"),
      route("ballot/run", "routes/festivals.$festival.organise.ballot.run.tsx"),
      route("import", "routes/festivals.$festival.organise.import.tsx"),
      route("export", "routes/festivals.$festival.organise.export._index.tsx"),
      route("import/table", "routes/festivals.$festival.organise.import.table.tsx"),
      route("door", "routes/festivals.$festival.organise.door._index.tsx"),
      route("signups", "routes/festivals.$festival.organise.signups.tsx"),
      route("attendees", "routes/festivals.$festival.organise.attendees._index.tsx"),
      route("attendees/new", "routes/festivals.$festival.organise.attendees.new.tsx"),
      route("attendees/:person", "routes/festivals.$festival.organise.attendees.$person.tsx"),
      route("releases", "routes/festivals.$festival.organise.releases.tsx"),
      route("releases/:release", "routes/festivals.$festival.organise.releases.$release.tsx"),
      route("embed", "routes/festivals.$festival.organise.embed.tsx"),
      route("seats", "routes/festivals.$festival.organise.seats._index.tsx"),
      route("seats/:session", "routes/festivals.$festival.organise.seats.$session.tsx"),
      route("messages", "routes/festivals.$festival.organise.messages._index.tsx"),
      route("messages/new", "routes/festivals.$festival.organise.messages.new.tsx"),
      route("messages/:message", "routes/festivals.$festival.organise.messages.$message.tsx"),
      route("settings", "routes/festivals.$festival.organise.settings.tsx"),
      route("edition", "routes/festivals.$festival.organise.edition.tsx"),
      route("edition/copy", "routes/festivals.$festival.organise.edition.copy.tsx"),
    ]),
  ]),

  ...prefix("lectures", [
    index("routes/lectures._index.tsx"),
    route("new", "routes/lectures.new.tsx"),
    route(":series", "routes/lectures.$series._index.tsx"),
    route(":series/join", "routes/lectures.$series.join.tsx"),
    route(":series/roster", "routes/lectures.$series.roster.tsx"),
    route(":series/roster/what-if", "routes/lectures.$series.roster.what-if.tsx"),
    route(":series/poster", "routes/lectures.$series.poster.tsx"),
    route(":series/poster.pdf", "routes/lectures.$series.poster[.]pdf.ts"),
    route(":series/screen", "routes/lectures.$series.screen.tsx"),
    route(":series/organise", "routes/lectures.$series.organise.tsx", [
      index("routes/lectures.$series.organise._index.tsx"),
      route("turns/:date", "routes/lectures.$series.organise.turns.$date.tsx"),
      route("members", "routes/lectures.$series.organise.members.tsx"),
      route("members/:member", "routes/lectures.$series.organise.members.$member.tsx"),
      route("what-if", "routes/lectures.$series.organise.what-if.tsx"),
      route("pauses", "routes/lectures.$series.organise.pauses.tsx"),
      route("pauses/import", "routes/lectures.$series.organise.pauses.import.tsx"),
      route("import", "routes/lectures.$series.organise.import.tsx"),
      route("channels", "routes/lectures.$series.organise.channels.tsx"),
      route("settings", "routes/lectures.$series.organise.settings.tsx"),
    ]),
    route(":series/clock", "routes/lectures.$series.clock.tsx"),
    route(":series/:date", "routes/lectures.$series.$date.tsx"),
    route(":series/:date/clock", "routes/lectures.$series.$date.clock.tsx"),
    route(":series/:date/swap", "routes/lectures.$series.$date.swap.tsx"),
  ]),

  // Where the link of a mail leads that asks a colleague to join a roster.
  route("nominations/:token", "routes/nominations.$token.tsx"),
  // Where the link of a mail leads that asks somebody to give a workshop too.
  route("speaking/:token", "routes/speaking.$token.tsx"),

  // Where the buttons of the roster's mails lead: answering needs no login.
  route("turns/:token", "routes/turns.$token.tsx"),

  // Where the link of a mail leads that asks whether somebody comes together with a colleague.
  route("together/:token", "routes/together.$token.tsx"),

  // Where the link of a mail leads that asks somebody to take a lecture.
  route("swaps/:token", "routes/swaps.$token.tsx"),

  // Where the buttons of a mail lead that offers a seat: answering needs no login.
  route("offers/:token", "routes/offers.$token.tsx"),

  // The answer to an offered seat, of whoever is signed in.
  route("sessions/:session/offer", "routes/sessions.$session.offer.ts"),
  // What an attendee shows at a door; who stands there checks them in by the same address.
  route("door/:token", "routes/door.$token.tsx"),
  // Where the reminder of the day before leads who cannot come after all.
  route("not-coming/:token", "routes/not-coming.$token.tsx"),

  // One resource for every session, of a festival or a series: a sign-up is made and given up here.
  route("sessions/:session/sign-up", "routes/sessions.$session.sign-up.ts"),

  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
