import { parseSync } from 'vite';

/** One import or re-export, of whatever form. */
export interface Import {
  readonly specifier: string;
  /** Erased when compiled: no code crosses. */
  readonly typeOnly: boolean;
  /** Runs when it is asked for: `import('a')`. */
  readonly later?: true;
}

/** What one source file says, as far as the rules ask. */
export interface Source {
  readonly imports: readonly Import[];
  /** Names used that no scope of the file declares, also as `globalThis.name`. */
  readonly globals: ReadonlySet<string>;
  /** Names of members, JSX attributes and keys that are used: `a.name`, `a['name']`, `<p name=…>`, `{ name: … }`. */
  readonly members: ReadonlySet<string>;
  readonly calls: readonly Call[];
}

export interface Call {
  /** As written: `test.only`. */
  readonly callee: string;
  /** The first argument is a string. */
  readonly text: boolean;
  /** The last argument is a function with an empty body. */
  readonly empty: boolean;
}

/** A node of the syntax tree (https://github.com/estree/estree, with TypeScript and JSX). */
interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Reads TypeScript or TSX. Throws when it does not parse. */
export function readSource(file: string, code: string): Source {
  const { program, errors } = parseSync(file, code);
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
  const reader = new Reader(code);
  reader.visit(program as unknown as Node);
  return reader;
}

class Reader implements Source {
  readonly imports: Import[] = [];
  readonly globals = new Set<string>();
  readonly members = new Set<string>();
  readonly calls: Call[] = [];
  readonly #code: string;
  readonly #scopes: Set<string>[] = [];

  constructor(code: string) {
    this.#code = code;
  }

  visit(node: Node): void {
    const declared = namesDeclaredBy(node);
    if (declared) this.#scopes.push(new Set(declared));
    this.#read(node);
    for (const child of valueChildren(node)) this.visit(child);
    if (declared) this.#scopes.pop();
  }

  #read(node: Node): void {
    switch (node.type) {
      case 'ImportDeclaration':
        this.#import(node, node['importKind'] === 'type' || everyTyped(node, 'importKind'));
        break;
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        if (node['source']) this.#import(node, node['exportKind'] === 'type' || everyTyped(node, 'exportKind'));
        break;
      case 'ImportExpression':
        this.#import(node, false, true);
        break;
      case 'TSImportType':
        this.#import(node, true);
        break;
      case 'Identifier':
        this.#name(String(node['name']));
        break;
      case 'JSXAttribute':
        this.members.add(String((node['name'] as Node)['name']));
        break;
      case 'MemberExpression':
        this.#member(node);
        break;
      case 'Property':
        if (!node['computed']) this.members.add(keyName(node['key'] as Node) ?? '');
        break;
      case 'CallExpression':
      case 'NewExpression':
        this.#call(node);
        break;
    }
  }

  #import(node: Node, typeOnly: boolean, later = false): void {
    const source = node['source'] as Node;
    this.imports.push({ specifier: typeof source['value'] === 'string' ? source['value'] : '(computed)', typeOnly, ...(later && { later }) });
  }

  #name(name: string): void {
    if (!this.#scopes.some((scope) => scope.has(name))) this.globals.add(name);
  }

  #member(node: Node): void {
    const object = node['object'] as Node;
    const name = keyName(node['property'] as Node, node['computed'] === true);
    if (name === undefined) return;
    this.members.add(name);
    if (object.type === 'Identifier' && GLOBAL_OBJECTS.has(String(object['name']))) this.#name(name);
  }

  #call(node: Node): void {
    const callee = node['callee'] as Node;
    const [first, ...rest] = node['arguments'] as Node[];
    const last = rest.at(-1);
    const text = first?.type === 'Literal' && typeof first['value'] === 'string';
    const body = last?.['body'] as Node | undefined;
    this.calls.push({
      callee: this.#code.slice(Number(callee['start']), Number(callee['end'])),
      text: text || first?.type === 'TemplateLiteral',
      empty: body?.type === 'BlockStatement' && (body['body'] as Node[]).length === 0,
    });
    if (callee.type === 'Identifier' && callee['name'] === 'require' && first && text) this.imports.push({ specifier: String(first['value']), typeOnly: false });
  }
}

const GLOBAL_OBJECTS: ReadonlySet<string> = new Set(['globalThis', 'self', 'window', 'global']);

/** TypeScript nodes that wrap a value; all other nodes of that kind are types, which are erased. */
const VALUE_WRAPPERS: ReadonlySet<string> = new Set(['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression', 'TSTypeAssertion', 'TSInstantiationExpression']);

/** The children that hold values: neither types nor names that stand for themselves. */
function valueChildren(node: Node): Node[] {
  if (node.type === 'TSImportType') return [];
  if (node.type.startsWith('TS') && !VALUE_WRAPPERS.has(node.type)) return nodesIn(Object.values(node)).filter((child) => child.type === 'TSImportType' || child.type.startsWith('TS'));
  const skipped = new Set<unknown>();
  if ((node.type === 'MemberExpression' || node.type === 'Property' || node.type === 'MethodDefinition' || node.type === 'PropertyDefinition') && !node['computed']) {
    skipped.add(node.type === 'MemberExpression' ? node['property'] : node['key']);
  }
  if (node.type === 'Property' && node['shorthand']) skipped.delete(node['key']);
  if (/^(?:Import|Export)\w*Specifier$/.test(node.type) || /^(?:Labeled|Break|Continue)Statement$/.test(node.type)) skipped.add(node['label']).add(node['imported']).add(node['exported']);
  return nodesIn(Object.values(node)).filter((child) => !skipped.has(child));
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
const nodesIn = (values: readonly unknown[]): Node[] => values.flat().filter(isNode);

const everyTyped = (node: Node, kind: string): boolean => {
  const specifiers = (node['specifiers'] ?? []) as Node[];
  return specifiers.length > 0 && specifiers.every((specifier) => specifier[kind] === 'type');
};

function keyName(key: Node, computed = false): string | undefined {
  if (key.type === 'Literal') return String(key['value']);
  return computed ? undefined : typeof key['name'] === 'string' ? key['name'] : undefined;
}

/** Names that a scope declares, or undefined where the node opens none. */
function namesDeclaredBy(node: Node): string[] | undefined {
  switch (node.type) {
    case 'Program':
    case 'BlockStatement':
    case 'StaticBlock':
      return (node['body'] as Node[]).flatMap(namesOfStatement);
    case 'SwitchStatement':
      return (node['cases'] as Node[]).flatMap((each) => (each['consequent'] as Node[]).flatMap(namesOfStatement));
    case 'ForStatement':
      return isNode(node['init']) ? namesOfStatement(node['init']) : [];
    case 'ForOfStatement':
    case 'ForInStatement':
      return namesOfStatement(node['left'] as Node);
    case 'CatchClause':
      return isNode(node['param']) ? namesOfPattern(node['param']) : [];
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return [...(node['params'] as Node[]).flatMap(namesOfPattern), 'arguments', ...(isNode(node['id']) ? namesOfPattern(node['id']) : [])];
    default:
      return undefined;
  }
}

function namesOfStatement(node: Node): string[] {
  const { declaration, id } = node;
  if (node['declare']) return []; // says that a global is there, and makes none
  if (isNode(declaration)) return namesOfStatement(declaration);
  if (node.type === 'VariableDeclaration') return (node['declarations'] as Node[]).flatMap((each) => namesOfPattern(each['id'] as Node));
  if (node.type === 'ImportDeclaration') return (node['specifiers'] as Node[]).flatMap((each) => namesOfPattern(each['local'] as Node));
  return isNode(id) && id.type === 'Identifier' ? namesOfPattern(id) : [];
}

function namesOfPattern(node: Node): string[] {
  switch (node.type) {
    case 'Identifier':
      return [String(node['name'])];
    case 'ObjectPattern':
      return (node['properties'] as Node[]).flatMap((each) => namesOfPattern((each['value'] ?? each['argument']) as Node));
    case 'ArrayPattern':
      return nodesIn(node['elements'] as unknown[]).flatMap(namesOfPattern);
    case 'AssignmentPattern':
      return namesOfPattern(node['left'] as Node);
    case 'RestElement':
      return namesOfPattern(node['argument'] as Node);
    case 'TSParameterProperty':
      return namesOfPattern(node['parameter'] as Node);
    default:
      return [];
  }
}
