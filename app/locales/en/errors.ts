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
};
