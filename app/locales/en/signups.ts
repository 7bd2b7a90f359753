export const signups = {};
