import { calendar } from "./calendar.ts";
import { common } from "./common.ts";
import { errors } from "./errors.ts";
import { festivals } from "./festivals.ts";
import { home } from "./home.ts";
import { scheduleImport } from "./import.ts";
import { lectures } from "./lectures.ts";
import { people } from "./people.ts";
import { programme } from "./programme.ts";
import { sessions } from "./sessions.ts";
import { signups } from "./signups.ts";
import { ui } from "./ui.ts";

export default {
  calendar,
  common,
  errors,
  festivals,
  home,
  scheduleImport,
  lectures,
  people,
  programme,
  sessions,
  signups,
  ui,
};
