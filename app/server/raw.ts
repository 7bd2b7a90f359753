import type { IncomingMessage } from "node:http";
import type { RawRoute } from "~/platform/http/raw.ts";

interface CompiledRoute extends RawRoute {
  pattern: RegExp;
  names: string[];
}

export function compileRoutes(routes: RawRoute[]): CompiledRoute[] {
  return routes.map((route) => {
    const names: string[] = [];
    const pattern = route.path.replaceAll(".", "\\.").replace(/:(\w+)/g, (_, name: string) => {
      names.push(name);
      return "([^/]+?)";
    });
    return { ...route, names, pattern: new RegExp(`^${pattern}$`) };
  });
}

/** The raw route a request is for, with its decoded parameters; null when Remix is to answer. */
export function matchRaw(routes: CompiledRoute[], request: IncomingMessage) {
  const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
  for (const route of routes) {
    const match = route.pattern.exec(path);
    if (!match || !route.methods.includes(request.method ?? "GET")) continue;
    try {
      const params = Object.fromEntries(
        route.names.map((name, i) => [name, decodeURIComponent(match[i + 1] ?? "")]),
      );
      return { route, params };
    } catch {
      return null;
    }
  }
  return null;
}
