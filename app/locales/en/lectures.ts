export const lectures = {};
