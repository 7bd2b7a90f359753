import type { Role } from "#db/schema/people.ts";

/** The alliance. Everybody's address is `<key>@<organisation>.example`. */
export const organisationContent = [
  { slug: "waterland", name: "Waterland", colour: "#1f6f8b", language: "nl" },
  { slug: "lumen", name: "Lumen", colour: "#c98a12", language: "en" },
  { slug: "kade", name: "Kade", colour: "#8c3b4a", language: "nl" },
  { slug: "polder", name: "Polder", colour: "#557a32", language: "nl" },
] as const;

export type OrganisationKey = (typeof organisationContent)[number]["slug"];

interface PersonContent {
  key: string;
  name: string;
  organisation: OrganisationKey;
  language: "en" | "nl";
  role?: Role;
}

export const peopleContent = [
  { key: "anna", name: "Anna de Vries", organisation: "waterland", language: "nl", role: "admin" },
  { key: "joris", name: "Joris Bakker", organisation: "waterland", language: "nl" },
  { key: "fatima", name: "Fatima El Idrissi", organisation: "waterland", language: "nl" },
  { key: "sander", name: "Sander Mulder", organisation: "waterland", language: "nl" },
  { key: "meike", name: "Meike Postma", organisation: "waterland", language: "nl" },
  { key: "kofi", name: "Kofi Mensah", organisation: "waterland", language: "en" },
  { key: "lotte", name: "Lotte van Dam", organisation: "waterland", language: "nl" },

  { key: "bram", name: "Bram Hendriks", organisation: "lumen", language: "nl", role: "organiser" },
  { key: "grace", name: "Grace Okafor", organisation: "lumen", language: "en", role: "admin" },
  { key: "thomas", name: "Thomas Lindqvist", organisation: "lumen", language: "en" },
  { key: "noor", name: "Noor Jansen", organisation: "lumen", language: "nl" },
  { key: "priya", name: "Priya Raman", organisation: "lumen", language: "en" },
  { key: "eva", name: "Eva Smit", organisation: "lumen", language: "nl" },
  { key: "oliver", name: "Oliver Hughes", organisation: "lumen", language: "en" },

  { key: "chloe", name: "Chloé Martens", organisation: "kade", language: "nl" },
  { key: "ruben", name: "Ruben Dijkstra", organisation: "kade", language: "nl", role: "admin" },
  { key: "aisha", name: "Aisha Bouzid", organisation: "kade", language: "nl" },
  { key: "hannah", name: "Hannah Clarke", organisation: "kade", language: "en" },
  { key: "pieter", name: "Pieter Visser", organisation: "kade", language: "nl" },
  { key: "yusuf", name: "Yusuf Demir", organisation: "kade", language: "nl" },
  { key: "ilse", name: "Ilse Kuipers", organisation: "kade", language: "nl" },

  { key: "daan", name: "Daan Verhoeven", organisation: "polder", language: "nl" },
  { key: "marieke", name: "Marieke Groen", organisation: "polder", language: "nl", role: "admin" },
  { key: "tom", name: "Tom Whitfield", organisation: "polder", language: "en" },
  { key: "sofia", name: "Sofia Rossi", organisation: "polder", language: "en" },
  { key: "jelle", name: "Jelle Hoekstra", organisation: "polder", language: "nl" },
  { key: "nadia", name: "Nadia Petrova", organisation: "polder", language: "en" },
  { key: "bas", name: "Bas Willems", organisation: "polder", language: "nl" },
] as const satisfies PersonContent[];

export type PersonKey = (typeof peopleContent)[number]["key"];
