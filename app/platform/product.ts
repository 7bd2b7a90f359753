/** The product's name and where it comes from stand here and nowhere else. */
export const product = { name: "Percolate" } as const;
