// TypeScript by itself cannot read an Astro file; `astro check`, which can, checks the props.
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}
