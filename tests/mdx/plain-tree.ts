type Loose = Record<string, unknown>;

/** A tree without places, data, and fields that say nothing; neighbouring texts are one. */
export function plain(node: unknown): unknown {
  const { position: _position, data: _data, children, ...rest } = node as Loose & { children?: unknown[] };
  const kept = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null && value !== undefined));
  return children === undefined ? kept : { ...kept, children: joined(children.map(plain)) };
}

function joined(nodes: readonly unknown[]): unknown[] {
  const out: Loose[] = [];
  for (const node of nodes as Loose[]) {
    const last = out.at(-1);
    if (last?.['type'] === 'text' && node['type'] === 'text')
      last['value'] = `${String(last['value'])}${String(node['value'])}`;
    else out.push(node);
  }
  return out;
}
