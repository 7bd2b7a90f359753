export const scheduleImport = {};
