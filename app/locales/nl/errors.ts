import type { errors as english } from "../en/errors.ts";
import type { Translated } from "../shape.ts";

export const errors: Translated<typeof english> = {
  field: {
    required: "Vul dit nog in.",
    invalid: "Dit kunnen we niet lezen. Kijk het even na.",
    tooShort_one: "Schrijf minstens {{count}} teken.",
    tooShort_other: "Schrijf minstens {{count}} tekens.",
    tooLong_one: "Houd het bij {{count}} teken.",
    tooLong_other: "Houd het bij {{count}} tekens.",
    tooSmall: "Dit moet minstens {{minimum}} zijn.",
    tooBig: "Dit mag hoogstens {{maximum}} zijn.",
    email: "Dit lijkt geen e-mailadres. Het ziet eruit als naam@organisatie.nl.",
    choose: "Kies een van deze mogelijkheden.",
  },
};
