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
  page: {
    home: "Naar de startpagina",
    code: "Fout {{status}}",
    request: "Verzoek",
    "400": {
      title: "We konden niet lezen wat je stuurde",
      text: "Het is onderweg afgebroken of kwam niet uit een van onze formulieren, en er is niets opgeslagen. Ga terug en probeer het opnieuw.",
    },
    "403": {
      title: "Deze pagina is niet voor jou",
      text: "Met jouw account kun je deze pagina niet openen. Klopt dat volgens jou niet? Vraag het een organisator van je organisatie.",
    },
    "404": {
      title: "Op dit adres staat niets",
      text: "Misschien is de pagina verhuisd, of is de link niet compleet. Controleer het adres, of begin bij de startpagina.",
    },
    "409": {
      title: "Iemand was je net voor",
      text: "Wat je wilde veranderen is intussen al veranderd. Ga terug, ververs de pagina en probeer het opnieuw.",
    },
    "413": {
      title: "Dat is te groot",
      text: "Wat je stuurde is groter dan deze pagina aankan, en er is niets opgeslagen. Ga terug en probeer iets kleiners.",
    },
    "422": {
      title: "We konden niet lezen wat je stuurde",
      text: "Er ontbrak iets in het formulier, en er is niets opgeslagen. Ga terug en probeer het opnieuw.",
    },
    "429": {
      title: "Dat was iets te vaak",
      text: "Voor de veiligheid mag dit maar een paar keer achter elkaar. Wacht een paar minuten en probeer het dan weer.",
    },
    "503": {
      title: "We kunnen nu even niet bij onze gegevens",
      text: "Wat je vroeg is niet gebeurd, of dat weten we nog niet; het nog eens vragen kan geen kwaad. Meestal is dit binnen een minuut voorbij: ga terug en probeer het opnieuw.",
    },
    "500": {
      title: "Er ging bij ons iets mis",
      text: "Het ligt niet aan jou, en de fout is genoteerd. Probeer het zo nog eens. Blijft het misgaan, geef ons dan het verzoeknummer hieronder.",
    },
  },
};
