/** Bodies without faults that between them use everything an essay can. */
export const fixtures: readonly { readonly name: string; readonly lang: string; readonly body: string }[] = [
  { name: 'nothing', lang: 'en', body: '' },
  {
    name: 'running text',
    lang: 'en',
    body: `## Hi "there" {1 + 1}

Text "[x](../a/#h "t")" and ![a "q" > & \\<](b.png) https://e.org *and **more*** www.x.org
<a href="q">z</a>{' '}~~b~~.  It's --- well & \\< "\`co"de\`".\\
New line &copy; \u00A0end.

![alone](x.png "Title")

***

Under
-----

> Quoted "text"
>
> - in a list

3. three
4. four

   more

[ref]

[ref]: <../a b/> "R"
`,
  },
  {
    name: 'components',
    lang: 'en',
    body: `<Figure src="a.png" wide>
  Caption *it* "q"
</Figure>

<Figure src="a.png" alt='a > "b"' caption="a & b" />

<ValueChain id="x" view="nested" controls={false} />

<Quote by="Me" source="It" href="../x/">
Hello

there
</Quote>

<Quote>Hello *you*</Quote>

<Aside title="T & 't" kind="example">
- one
- two

para

<Aside>nested</Aside>
</Aside>
`,
  },
  {
    name: 'tags and expressions',
    lang: 'en',
    body: `{/* c */}

{[1, 2].map((x) => <b key={x} className="k">{x}</b>)}

<div className="k" tabIndex={1 + 2} hidden>x</div>

<details open>
<summary>**S**</summary>

text {"a" + \`b\`} <kbd>K</kbd> <br /> <span title="a &amp; &quot;">y</span>
</details>

<>frag *ment*</>

<svg viewBox="0 0 1 1"><path d="M0 0" /></svg>

<img src="y.png" alt="" />

{"<b>"} {null} {0} {[]} {[["a"], "b"]}
`,
  },
  {
    name: 'GFM',
    lang: 'sv',
    body: `| "a" | b | c | |
|:-|-:|:-:|-|
| 1 | \`x|y\` | | 4 |

- [x] done
- [ ] no

  loose

A[^n] b[^m] c[^n].

\`\`\`js title="x"
const a = "1" < 'x' && {};
\`\`\`

~~~
plain "text"
~~~

[^n]: Note *here* https://example.org.

    Second [^m].

[^m]: - list
`,
  },
  {
    name: 'numbers in sentences',
    lang: 'en',
    body: `## At <Quantity chain="a" of="takt" />

<Quantity chain="a" of="takt" bare /> "<Quantity chain="a" of="takt" />" *<Quantity chain="a" of="b.days" per="wk" />*.

- <Quantity chain="a" of="takt" set="a.b = 70 %" />
`,
  },
  { name: 'French', lang: 'fr', body: `## L'été ?\n\nDit "oui" : *quoi ?* « non » !\n\n## L'été ?\n` },
  { name: 'Arabic', lang: 'ar', body: '## سلسلة القيمة\n\nنص "مقتبس" مع [رابط](../x/).\n' },
  { name: 'Japanese', lang: 'ja', body: '## 価値\n\n**価値**の連鎖、[リンク](../x/)。\n' },
];
