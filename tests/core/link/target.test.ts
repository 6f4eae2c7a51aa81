import { describe, expect, it } from 'vitest';
import { readTarget, type LinkTarget } from '../../../src/core/link/target.ts';

const file = 'essays/resources/en.mdx';

describe('a link in essays/resources/en.mdx', () => {
  it.each<[string, LinkTarget]>([
    ['../look-up/', { kind: 'document', document: 'essay', id: 'look-up' }],
    ['../look-up', { kind: 'document', document: 'essay', id: 'look-up' }],
    ['../look-up/#ants', { kind: 'document', document: 'essay', id: 'look-up', fragment: 'ants' }],
    ['../look-up/sv.mdx', { kind: 'document', document: 'essay', id: 'look-up', lang: 'sv' }],
    ['../look-up/pt-BR.mdx#x', { kind: 'document', document: 'essay', id: 'look-up', lang: 'pt-BR', fragment: 'x' }],
    ['./sv.mdx', { kind: 'document', document: 'essay', id: 'resources', lang: 'sv' }],
    ['.', { kind: 'document', document: 'essay', id: 'resources' }],
    ['../../concepts/takt-time/', { kind: 'document', document: 'concept', id: 'takt-time' }],
    ['../../pages/about/', { kind: 'document', document: 'page', id: 'about' }],
    ['../../chains/acme.yaml', { kind: 'chain', id: 'acme' }],
    ['../../chains/acme.yaml#weld-2', { kind: 'chain', id: 'acme', activity: 'weld-2' }],
    ['../../chains/acme', { kind: 'chain', id: 'acme' }],
    ['../../tags.yaml#lean', { kind: 'registry', registry: 'tag', id: 'lean' }],
    ['../../series.yaml#work', { kind: 'registry', registry: 'series', id: 'work' }],
    ['../../authors.yaml#ada', { kind: 'registry', registry: 'author', id: 'ada' }],
    ['../../tags.yaml', { kind: 'registry', registry: 'tag', id: undefined }],
    ['#here', { kind: 'own', fragment: 'here' }],
    ['#v%C3%A4rde', { kind: 'own', fragment: 'värde' }],
    ['#100%', { kind: 'own', fragment: '100%' }],
    ['', { kind: 'own', fragment: '' }],
    ['/paper.pdf#page=2', { kind: 'public', path: 'paper.pdf', fragment: 'page=2' }],
    ['/a%20b.pdf', { kind: 'public', path: 'a b.pdf' }],
    ['https://example.org/', { kind: 'external', href: 'https://example.org/' }],
    ['mailto:a@example.org', { kind: 'external', href: 'mailto:a@example.org' }],
    ['//example.org/', { kind: 'external', href: '//example.org/' }],
    ['../look-up/ants.png', { kind: 'unknown', path: 'essays/look-up/ants.png' }],
    ['../look-up/a/sv.mdx', { kind: 'unknown', path: 'essays/look-up/a/sv.mdx' }],
    ['../look-up/?a=1', { kind: 'unknown', path: 'essays/look-up/?a=1' }],
    ['../', { kind: 'unknown', path: 'essays' }],
    ['../../site.yaml', { kind: 'unknown', path: 'site.yaml' }],
    ['../../../etc/passwd', { kind: 'unknown', path: '../../../etc/passwd' }],
    ['%2e%2e/%2e%2e/%2e%2e/x', { kind: 'unknown', path: '%2e%2e/%2e%2e/%2e%2e/x' }],
  ])('%j', (href, target) => {
    expect(readTarget(href, file)).toEqual(target);
  });
});
