const names =
  'a abbr address article aside audio b bdi bdo blockquote br button caption cite code col colgroup data dd del details dfn div dl dt em fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd label legend li main map area mark menu meter nav ol optgroup option output p picture pre progress q rp rt ruby s samp search section select small source span strong sub summary sup svg table tbody td textarea tfoot th thead time tr track u ul var video wbr ' +
  'circle clipPath defs desc ellipse filter g line linearGradient marker mask path pattern polygon polyline radialGradient rect stop symbol text textPath title tspan use view ' +
  'math mi mn mo ms mtext mrow mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd mspace semantics annotation';

/** Elements of HTML, SVG and MathML that an essay may write by their tags. */
export const elements: ReadonlySet<string> = new Set(names.split(' '));
