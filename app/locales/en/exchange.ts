export const exchange = {
  schedule: { notFound: "There is no schedule here, or it is not public." },
};
