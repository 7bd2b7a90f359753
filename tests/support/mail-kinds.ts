import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

export interface MailKinds {
  /** Every kind that mail is queued under; one whose variable part cannot be read ends where that begins. */
  kinds: string[];
  /** Places where the kind cannot be read from the code. */
  unreadable: string[];
}

/**
 * The kinds of mail the code under a folder queues, read from its syntax: the `kind` of what `queueMail` is given,
 * followed through constants, spreads, conditions and the parameters of the functions around it.
 */
export function readMailKinds(folder: string): MailKinds {
  const files = sourcesOf(folder);
  const kinds = new Set<string>();
  const unreadable = new Set<string>();
  for (const { call, file } of callsOf(files, "queueMail")) {
    const found = call.arguments[1] && kindsOfMail(call.arguments[1], file, files, 0);
    if (!found || found.length === 0) unreadable.add(`${file.fileName}: ${call.getText(file).slice(0, 80)}`);
    for (const kind of found ?? []) kinds.add(kind);
  }
  return { kinds: [...kinds].sort(), unreadable: [...unreadable] };
}

function sourcesOf(folder: string): ts.SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => {
      const path = join(folder, name);
      return ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
    });
}

function callsOf(files: ts.SourceFile[], name: string) {
  const calls: { call: ts.CallExpression; file: ts.SourceFile }[] = [];
  for (const file of files.filter(({ text }) => text.includes(name))) {
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === name)
        calls.push({ call: node, file });
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return calls;
}

const deepest = 8;

/** The kinds of a mail: an object with a `kind`, or what stands for one. */
function kindsOfMail(
  node: ts.Expression,
  file: ts.SourceFile,
  files: ts.SourceFile[],
  depth: number,
): string[] {
  if (depth > deepest) return [];
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.flatMap((property) => {
      if (ts.isSpreadAssignment(property)) return kindsOfMail(property.expression, file, files, depth + 1);
      if (property.name?.getText(file) !== "kind") return [];
      if (ts.isPropertyAssignment(property)) return texts(property.initializer, file, files, depth + 1);
      if (ts.isShorthandPropertyAssignment(property)) return texts(property.name, file, files, depth + 1);
      return [];
    });
  }
  if (ts.isConditionalExpression(node))
    return [node.whenTrue, node.whenFalse].flatMap((one) => kindsOfMail(one, file, files, depth + 1));
  if (ts.isIdentifier(node))
    return standingFor(node, file, files).flatMap((one) =>
      kindsOfMail(one.expression, one.file, files, depth + 1),
    );
  return [];
}

function texts(node: ts.Expression, file: ts.SourceFile, files: ts.SourceFile[], depth: number): string[] {
  if (depth > deepest) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) {
    const [span, ...more] = node.templateSpans;
    const ends = span && more.length === 0 ? texts(span.expression, file, files, depth + 1) : [];
    const tail = span?.literal.text ?? "";
    return ends.length > 0 ? ends.map((end) => node.head.text + end + tail) : [node.head.text];
  }
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node))
    return texts(node.expression, file, files, depth + 1);
  if (ts.isConditionalExpression(node))
    return [node.whenTrue, node.whenFalse].flatMap((one) => texts(one, file, files, depth + 1));
  if (ts.isIdentifier(node))
    return standingFor(node, file, files).flatMap((one) => texts(one.expression, one.file, files, depth + 1));
  return [];
}

/** What a name stands for: a constant's value, or what each caller gives for a parameter. */
function standingFor(name: ts.Identifier, file: ts.SourceFile, files: ts.SourceFile[]) {
  for (let scope: ts.Node | undefined = name; scope; scope = scope.parent) {
    const constant = constantIn(scope, name.text);
    if (constant) return [{ expression: constant, file }];
    if (!ts.isFunctionLike(scope)) continue;
    const given = parameterOf(scope, name.text);
    const called = given && nameOf(scope);
    if (!given || !called) continue;
    return callsOf(files, called).flatMap(({ call, file: from }) => {
      const argument = call.arguments[given.index];
      const expression = argument && given.property ? propertyOf(argument, given.property) : argument;
      return expression ? [{ expression, file: from }] : [];
    });
  }
  return [];
}

function constantIn(scope: ts.Node, name: string): ts.Expression | undefined {
  if (!ts.isBlock(scope) && !ts.isSourceFile(scope)) return undefined;
  for (const statement of scope.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name: declared, initializer } of statement.declarationList.declarations)
      if (ts.isIdentifier(declared) && declared.text === name && initializer) return initializer;
  }
  return undefined;
}

/** Which parameter it is, and which property of that one where it is taken apart at once. */
function parameterOf(scope: ts.SignatureDeclaration, name: string) {
  for (const [index, parameter] of scope.parameters.entries()) {
    if (ts.isIdentifier(parameter.name) && parameter.name.text === name) return { index, property: null };
    if (!ts.isObjectBindingPattern(parameter.name)) continue;
    const element = parameter.name.elements.find(
      (one) => ts.isIdentifier(one.name) && one.name.text === name,
    );
    if (element) return { index, property: element.propertyName?.getText() ?? name };
  }
  return null;
}

function propertyOf(node: ts.Expression, name: string): ts.Expression | undefined {
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  for (const property of node.properties) {
    if (ts.isPropertyAssignment(property) && property.name.getText() === name) return property.initializer;
    if (ts.isShorthandPropertyAssignment(property) && property.name.text === name) return property.name;
  }
  return undefined;
}

/** The name a function is called by. */
function nameOf(scope: ts.SignatureDeclaration): string | null {
  if (scope.name && ts.isIdentifier(scope.name)) return scope.name.text;
  const declared = scope.parent;
  return ts.isVariableDeclaration(declared) && ts.isIdentifier(declared.name) ? declared.name.text : null;
}
