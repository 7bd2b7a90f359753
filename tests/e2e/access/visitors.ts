/**
 * Who asks, seen from an object of Lumen's: nobody known, a member of Lumen, its organiser, an organiser of another
 * host (Kade), an organiser of the host that leads (Waterland), an organiser of an organisation outside the alliance,
 * and an admin of Lumen.
 */
export const visitors = ["anonymous", "member", "host", "otherHost", "lead", "outsider", "admin"] as const;
export type Visitor = (typeof visitors)[number];

/** `in`: let in. `login`: sent to sign in. The rest are refusals by their status. */
export type Verdict = "in" | "login" | 400 | 403 | 404 | 405;
export type Row = Record<Visitor, Verdict>;

const each = (verdict: (visitor: Visitor) => Verdict): Row =>
  Object.fromEntries(visitors.map((visitor) => [visitor, verdict(visitor)])) as Row;

/** Some are let in; the others are refused, and who is not signed in may do so first. */
export const only = (
  allowed: readonly Visitor[],
  otherwise: Verdict = 403,
  anonymous: Verdict = "login",
): Row =>
  each((visitor) => {
    if (allowed.includes(visitor)) return "in";
    return visitor === "anonymous" ? anonymous : otherwise;
  });

/** The same, but for some visitors, such as those who may not even know that it is there. */
export const but = (row: Row, visitor: Visitor, verdict: Verdict): Row => ({ ...row, [visitor]: verdict });

export const everyone = each(() => "in");
export const nowhere = each(() => 404);
export const nobody = only([]);
export const signedIn = only(visitors.slice(1));
/** Organisers of the hosts, the lead's among them. */
export const organisers = only(["host", "otherHost", "lead", "admin"]);
/** Of what the alliance keeps to itself nobody outside learns that it is there. */
export const insideOrganisers = but(organisers, "outsider", 404);
/** Where an organiser looks for something that is not the festival's. */
export const organisersNothing: Row = {
  ...only([]),
  ...{ host: 404, otherHost: 404, lead: 404, admin: 404 },
};
/** Organisers of the host whose object it is, and the lead's. */
export const ownerOrLead = only(["host", "lead", "admin"]);
export const lead = only(["lead"]);
export const insideLead = but(lead, "outsider", 404);
export const anyOrganiser = only(["host", "otherHost", "lead", "outsider", "admin"]);
/** Everybody who works for a host. */
export const alliance = only(["member", "host", "otherHost", "lead", "admin"], 404);
