import { describe, expect, it } from 'vitest';
import { pipelineDigest } from '../../src/mdx/pipeline.ts';

describe('the digest of the pipeline', () => {
  it('is the same as long as nothing changes', () => {
    expect(pipelineDigest()).toMatch(/^[0-9a-f]{64}$/);
    expect(pipelineDigest()).toBe(pipelineDigest());
  });
});
