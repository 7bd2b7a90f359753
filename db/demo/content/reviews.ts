import type { PersonKey } from "./organisations.ts";

/** A score from 1 to 5 with or without a comment, or only a comment. */
type Opinion = number | [score: number | null, comment: string];
type Reviewer = Extract<PersonKey, "anna" | "ruben" | "marieke">;

/** What the organisers of the autumn hosts think, by title. Anna has some left. */
export const reviewsContent: Record<string, Partial<Record<Reviewer, Opinion>>> = {
  "Lopen met een klacht": {
    anna: [5, "Precies het thema. Meteen plannen."],
    ruben: 5,
    marieke: [4, "Wel een route die ook in de regen kan."],
  },
  "Meetings you may leave": { anna: 4, ruben: [5, "Did it at Kade last year; people still talk about it."] },
  "De dag dat alles uitviel": { anna: 3, ruben: 4, marieke: 3 },
  "Een sloot lezen": { anna: 5, ruben: 4, marieke: [5, "We hebben twintig schepnetten liggen."] },
  "Numbers that tell on themselves": { anna: 4, ruben: 4 },
  "Brieven die je niet verstuurt": {
    anna: [5, "Dit is wat we vorig jaar misten: stilte."],
    ruben: [1, "Te persoonlijk voor een werkdag, als je het mij vraagt."],
    marieke: [3, "Alleen met een kleine groep."],
  },
  "What the dike taught our planners": {
    anna: 2,
    ruben: [2, "Mooi verhaal, maar we hadden het in het voorjaar."],
  },
  "Van twaalf formulieren naar drie": { ruben: 4, marieke: 4 },
  "Giving feedback to your boss": { anna: 4, marieke: [2, "With the bosses in the room?"] },
  "Een brug bouwen van niets": { anna: 5, ruben: 5, marieke: 5 },
  "Tolken zonder talen": { anna: 4, marieke: 4 },
  "Sketching for people who cannot draw": { anna: 3, ruben: 3 },
  "Je mailbox als moestuin": { ruben: 3, marieke: [5, "Ik wil hem zelf volgen."] },
  "Twee besturen, één tafel": { ruben: [4, "Graag, en dan met allebei de besturen erbij."] },
  "Knopen voor kantoormensen": { anna: [null, "Bas is mijn zwager, ik onthoud me."], ruben: 4 },
  "Een handleiding van één bladzij": { ruben: 5, marieke: 4 },
  "Brood bakken en budgetteren": {
    anna: 5,
    ruben: [1, "Twee uur, één oven, zestien mensen: dat past niet."],
    marieke: 4,
  },
  "A silent walk, and what we noticed": { ruben: 2 },
};

interface DecisionContent {
  decision: "accepted" | "reserve" | "declined";
  /** How many days ago its speakers were told; left out while they have not been. */
  toldDaysAgo?: number;
  confirmed?: PersonKey[];
  /** Why its speakers took it back after that. */
  withdrawn?: string;
}

/** What is decided so far: some of it is told, the rest waits to be sent. */
export const decisionsContent: Record<string, DecisionContent> = {
  "Lopen met een klacht": { decision: "accepted", toldDaysAgo: 3, confirmed: ["fatima"] },
  "Meetings you may leave": { decision: "accepted", toldDaysAgo: 3, confirmed: ["sofia"] },
  "De dag dat alles uitviel": { decision: "reserve", toldDaysAgo: 3 },
  "Een brug bouwen van niets": {
    decision: "accepted",
    toldDaysAgo: 3,
    withdrawn: "Ik sta die week bij de kering en kan niet weg.",
  },
  "Een sloot lezen": { decision: "accepted" },
  "Numbers that tell on themselves": { decision: "accepted" },
  "Tolken zonder talen": { decision: "reserve" },
  "What the dike taught our planners": { decision: "declined" },
};
