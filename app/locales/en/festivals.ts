export const festivals = {};
