export const errors = {
  field: {
    required: "Please fill this in.",
    invalid: "This cannot be read. Please check it.",
    tooShort_one: "Please write at least {{count}} character.",
    tooShort_other: "Please write at least {{count}} characters.",
    tooLong_one: "Please keep it to {{count}} character.",
    tooLong_other: "Please keep it to {{count}} characters.",
    tooSmall: "This must be at least {{minimum}}.",
    tooBig: "This must be at most {{maximum}}.",
    email: "This does not look like an e-mail address. It should be like name@organisation.org.",
    choose: "Please choose one of these.",
  },
  page: {
    home: "Go to the start page",
    code: "Error {{status}}",
    request: "Request",
    "400": {
      title: "We could not read what you sent",
      text: "It broke off on the way or did not come from one of our forms, and nothing was saved. Go back and try again.",
    },
    "403": {
      title: "This is not yours to open",
      text: "Your account does not give access to this page. If you think it should, ask an organiser of your organisation.",
    },
    "404": {
      title: "There is nothing at this address",
      text: "The page may have moved, or the link may be incomplete. Check the address, or start from the beginning.",
    },
    "409": {
      title: "Somebody was just ahead of you",
      text: "What you wanted to change has changed in the meantime. Go back, reload the page and try again.",
    },
    "413": {
      title: "That is too large",
      text: "What you sent is larger than this page takes, and nothing was saved. Go back and try something smaller.",
    },
    "422": {
      title: "We could not read what you sent",
      text: "Something in the form was missing or damaged, and nothing was saved. Go back and try again.",
    },
    "429": {
      title: "That was a bit too often",
      text: "To keep the service safe we limit how often this can be done. Wait a few minutes and try again.",
    },
    "503": {
      title: "We cannot get at our records right now",
      text: "What you asked for was not done, or we cannot tell yet; asking again does no harm. This is usually over in a minute: go back and try again.",
    },
    "500": {
      title: "Something went wrong on our side",
      text: "It is not your fault, and it has been written down. Try again in a moment. If it keeps happening, tell us the request number below.",
    },
  },
};
