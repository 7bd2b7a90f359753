/** Months and days as people write them in English and Dutch, by their first letters. */
const months = [
  ["jan"],
  ["feb"],
  ["mar", "mrt", "maa"],
  ["apr"],
  ["may", "mei"],
  ["jun"],
  ["jul"],
  ["aug"],
  ["sep"],
  ["oct", "okt"],
  ["nov"],
  ["dec"],
];
const days = [
  ["mo", "mon", "monday", "ma", "maandag"],
  ["tu", "tue", "tues", "tuesday", "di", "dinsdag"],
  ["we", "wed", "wednesday", "wo", "woensdag"],
  ["th", "thu", "thur", "thurs", "thursday", "do", "donderdag"],
  ["fr", "fri", "friday", "vr", "vrijdag"],
  ["sa", "sat", "saturday", "za", "zaterdag"],
  ["su", "sun", "sunday", "zo", "zondag"],
];

/** 1 to 12, or null. */
export function monthOf(word: string): number | null {
  const start = word.toLowerCase().slice(0, 3);
  const index = months.findIndex((names) => names.includes(start));
  return index < 0 || !/^\p{L}{3,9}$/u.test(word) ? null : index + 1;
}

/** 1 for Monday to 7, or null. */
export function weekdayOf(word: string): number | null {
  const index = days.findIndex((names) => names.includes(word.toLowerCase().replace(/\.$/, "")));
  return index < 0 ? null : index + 1;
}
