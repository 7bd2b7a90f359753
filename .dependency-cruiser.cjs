// The arrows of the house. A feature may import what stands left of it; routes may import every feature.
const features = [
  "people",
  "sessions",
  "festivals",
  "lectures",
  "signups",
  "calendar",
  "sharing",
  "insights",
];
const mayImport = {
  people: [],
  sessions: ["people"],
  festivals: ["people", "sessions"],
  lectures: ["people", "sessions"],
  signups: ["people", "sessions", "festivals", "lectures"],
  calendar: ["people", "sessions", "festivals", "lectures", "signups"],
  sharing: ["people", "sessions", "festivals", "lectures", "signups", "calendar"],
  insights: ["people", "sessions", "festivals", "lectures", "signups", "calendar", "sharing"],
};
const test = "\\.test\\.tsx?$";

module.exports = {
  forbidden: [
    {
      name: "no-circles",
      severity: "error",
      from: { pathNot: "^db/schema" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    ...features.map((feature) => ({
      name: `${feature}-imports-only-what-stands-left-of-it`,
      severity: "error",
      from: { path: `^app/${feature}/`, pathNot: test },
      to: {
        path: "^app/(?!platform/|ui/|locales/)",
        pathNot: [feature, ...mayImport[feature]].map((f) => `^app/${f}/`),
      },
    })),
    {
      name: "platform-knows-no-product-word",
      severity: "error",
      from: { path: "^app/platform/", pathNot: test },
      to: { path: "^(app/(?!platform/|locales/)|emails/|db/demo/)" },
    },
    {
      name: "ui-knows-no-product-word",
      severity: "error",
      from: { path: "^app/ui/", pathNot: test },
      to: { path: "^(app/(?!ui/|platform/)|db/|emails/)" },
    },
    {
      name: "routes-hold-no-sql",
      severity: "error",
      from: { path: "^app/routes/" },
      to: { path: "(^node_modules/drizzle-orm|^db/(schema/|connect))", dependencyTypesNot: ["type-only"] },
    },
    { name: "mails-stand-alone", severity: "error", from: { path: "^emails/" }, to: { path: "^(app|db)/" } },
    {
      name: "only-start-up-and-tests-fill-the-demo",
      severity: "error",
      from: { path: "^app/", pathNot: [test, "^app/server/"] },
      to: { path: "^db/demo/" },
    },
    {
      name: "pure-files-touch-no-database",
      severity: "error",
      from: {
        path: "^app/[a-z]+/[^.]+\\.ts$",
        pathNot: ["^app/(server|routes|platform|locales)/", "^app/(jobs|raw-routes|routes)\\.ts$"],
      },
      to: {
        path: "(^node_modules/(drizzle-orm|postgres|@electric-sql)|^db/connect|\\.server\\.tsx?$)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "nobody-imports-a-route",
      severity: "error",
      from: { path: "^(app|db|emails)/", pathNot: "^app/routes" },
      to: { path: "^app/routes/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|data|node_modules/.*/node_modules)" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js", ".mjs"] },
  },
};
