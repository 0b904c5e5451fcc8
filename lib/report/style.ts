/**
 * The report's own style: the tokens of the case file, light and dark by the reader's setting, and
 * always light on paper. A style attribute anywhere would be stopped by the policy below.
 */
export const STYLE = `
:root { color-scheme: light dark;
  --paper: #f7f4ec; --sheet: #fffdf8; --sunk: #f0ece1; --ink: #1d1b18; --ink-2: #57524a; --ink-3: #6d675d; --line: #ded8ca; --line-2: #c9c1af;
  --seal: #bf3420; --seal-soft: #f6ded6; --focus: #1f5f8b;
  --f-time: #57524a; --f-address: #2c5f66; --f-code: #9a4a12; --f-sender: #7b4f80; --f-recipient: #466284; --f-helo: #49692f;
  --sans: "IBM Plex Sans", "IBM Plex Sans JP", system-ui, "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic", Meiryo, sans-serif;
  --mono: "IBM Plex Mono", ui-monospace, "SFMono-Regular", Menlo, Consolas, "DejaVu Sans Mono", "IBM Plex Sans JP", monospace; }
@media screen and (prefers-color-scheme: dark) { :root {
  --paper: #121417; --sheet: #181b1f; --sunk: #0e1012; --ink: #ebe6da; --ink-2: #aaa497; --ink-3: #918b7e; --line: #2a2e34; --line-2: #3a4048;
  --seal: #e8694f; --seal-soft: #3a1f1a; --focus: #7db4dd;
  --f-time: #aaa497; --f-address: #6fb1b8; --f-code: #e0975a; --f-sender: #c49bc9; --f-recipient: #90afd0; --f-helo: #97bb7b; } }
* { box-sizing: border-box; margin: 0; }
html { scroll-padding-top: 24px; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { background: var(--paper); color: var(--ink); font: 400 15px/1.55 var(--sans); font-variant-numeric: tabular-nums; }
body { line-break: strict; }
a { color: inherit; text-decoration-color: var(--line-2); text-underline-offset: 3px; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
article { background: var(--sheet); border: 1px solid var(--line); max-width: 868px; margin: 28px auto; padding: 60px 76px 64px; position: relative; }
h1 { font-size: 27px; font-weight: 600; letter-spacing: -.012em; line-height: 1.3; margin: 10px 0 18px; text-wrap: balance; overflow-wrap: anywhere; }
h1 bdi { display: inline-block; max-width: 100%; } :lang(ja) h1 { letter-spacing: 0; line-height: 1.45; } :lang(ja) :is(h1, p) { word-break: auto-phrase; }
h2 { font-size: 17px; font-weight: 600; margin: 40px 0 10px; padding-top: 14px; border-top: 1px solid var(--ink); }
h3 { font-size: 13px; font-weight: 600; color: var(--ink-2); margin: 22px 0 8px; }
p { max-width: 68ch; margin: 10px 0; font-size: 16px; line-height: 1.7; overflow-wrap: anywhere; }
:lang(ja) p { max-width: 42em; line-height: 1.85; }
code, pre { font-family: var(--mono); }
code { font-size: .92em; overflow-wrap: anywhere; }
.kicker { display: flex; flex-wrap: wrap; gap: 2px 12px; font-size: 13px; color: var(--ink-3); }
.lead p { margin: 0; display: inline; } .lead { max-width: 68ch; font-size: 16px; line-height: 1.75; } :lang(ja) .lead { max-width: 42em; line-height: 1.9; }
.note, .small { font-size: 13px; line-height: 1.6; color: var(--ink-2); }
.n { display: inline-grid; place-items: center; min-width: 20px; height: 20px; padding: 0 5px; border: 1px solid var(--line-2); border-radius: 10px; font: 500 11px/1 var(--sans); color: var(--ink-2); vertical-align: 2px; text-decoration: none; white-space: nowrap; }
a.n:hover { border-color: var(--ink-2); color: var(--ink); }
.state { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; margin-top: 22px; font-size: 13px; color: var(--ink-2); }
.stamp { border: 2px solid var(--seal); color: var(--seal); border-radius: 5px; font-weight: 600; padding: 3px 10px; transform: rotate(-1.2deg); }
.open { border: 1px dashed var(--ink-3); color: var(--ink-2); border-radius: 5px; padding: 4px 10px; }
.sample { background: var(--seal-soft); border: 1px solid var(--seal); border-radius: 5px; padding: 9px 14px; margin: 0 0 22px; font-size: 14px; font-weight: 500; max-width: none; }
.watermark { position: fixed; inset: 0; display: grid; place-items: center; pointer-events: none; overflow: hidden; z-index: 1; }
.watermark span { font-size: min(9vw, 110px); font-weight: 600; letter-spacing: .04em; color: var(--seal); opacity: .055; transform: rotate(-28deg); white-space: nowrap; }
ul, ol { list-style: none; padding: 0; }
.log { font-size: 12.5px; line-height: 1.7; background: var(--sunk); border: 1px solid var(--line); border-radius: 6px; padding: 9px 14px; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 8; }
.log bdi { unicode-bidi: isolate; }
.time { color: var(--f-time); } .address { color: var(--f-address); } .code { color: var(--f-code); } .sender { color: var(--f-sender); } .recipient { color: var(--f-recipient); } .helo { color: var(--f-helo); }
.address, .sender, .recipient { font-weight: 500; }
.legend { display: flex; flex-wrap: wrap; gap: 2px 14px; font-size: 12px; margin: 6px 0 10px; }
.lines { display: grid; gap: 10px; } .lines li { display: grid; gap: 3px; }
.excerpt li { grid-template-columns: 42px minmax(0, 1fr); align-items: start; } .excerpt .n { margin-top: 9px; justify-self: start; }
.where { font-size: 12px; color: var(--ink-3); display: flex; gap: 8px; align-items: center; overflow-wrap: anywhere; }
.reasons { border-top: 1px solid var(--line-2); } .reasons > li { display: grid; grid-template-columns: 30px minmax(0, 1fr) 48px; gap: 4px 10px; padding: 13px 0; border-bottom: 1px solid var(--line); }
.reasons .said { font-size: 16px; line-height: 1.6; overflow-wrap: anywhere; } .reasons > li > .n { margin-top: 3px; justify-self: start; }
.weight { text-align: right; color: var(--ink-2); font-size: 16px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.refs { display: flex; flex-wrap: wrap; gap: 5px; align-items: center; font-size: 12px; color: var(--ink-3); margin-top: 6px; }
.against { border-left: 2px solid var(--line-2); padding-left: 14px; display: grid; gap: 8px; max-width: 68ch; color: var(--ink-2); } .against li { overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: 13px; margin-top: 8px; }
th { text-align: left; font-weight: 500; color: var(--ink-3); padding: 4px 14px 6px 0; border-bottom: 1px solid var(--line-2); vertical-align: bottom; }
td { padding: 6px 14px 6px 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
td code { display: block; } th.r, td.r { text-align: right; } th:last-child, td:last-child { padding-right: 0; } td.whole { white-space: nowrap; overflow-wrap: normal; }
.unseen { color: var(--ink-2); }
details { border: 1px solid var(--line); border-radius: 6px; margin: 8px 0; } summary { cursor: pointer; padding: 7px 12px; font-size: 13px; overflow-wrap: anywhere; }
summary > * { margin-right: 8px; } details[open] > summary { border-bottom: 1px solid var(--line); } details > .body { padding: 12px; } details .log { border: 0; max-width: 100%; }
.pasted { border: 1px dashed var(--ink-3); border-radius: 4px; padding: 0 6px; font-size: 12px; color: var(--ink-2); white-space: nowrap; }
dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 4px 16px; font-size: 13px; margin-bottom: 10px; } dt { color: var(--ink-3); } dd { overflow-wrap: anywhere; }
.hash { font-size: 11.5px; overflow-wrap: anywhere; word-break: break-all; }
.steps { counter-reset: step; display: grid; gap: 14px; } .steps li { counter-increment: step; display: grid; grid-template-columns: 22px minmax(0, 1fr); } .steps li::before { content: counter(step) "."; color: var(--ink-3); } .steps p { margin: 0; } .steps pre { margin-top: 6px; }
footer { margin-top: 44px; padding-top: 12px; border-top: 1px solid var(--line); font-size: 12px; color: var(--ink-3); display: flex; flex-wrap: wrap; gap: 2px 16px; overflow-wrap: anywhere; }
:target { outline: 2px solid var(--focus); outline-offset: 4px; border-radius: 4px; }
@media (max-width: 760px) {
  article { margin: 0; border: 0; padding: 24px 18px 40px; } h1 { font-size: 22px; }
  .excerpt li { grid-template-columns: minmax(0, 1fr); } .excerpt .n { margin-top: 0; }
  .reasons > li { grid-template-columns: 28px minmax(0, 1fr) 42px; gap: 4px 8px; }
  .stack thead { display: none; } .stack, .stack tbody { display: block; } .stack tr { display: flex; flex-wrap: wrap; gap: 2px 16px; padding: 9px 0; border-bottom: 1px solid var(--line); }
  .stack td { display: flex; gap: 5px; padding: 0; border: 0; min-width: 0; } .stack td > div { min-width: 0; } .stack td.own { flex-basis: 100%; } .stack td[data-label]::before { content: attr(data-label); color: var(--ink-3); }
}
@media print {
  @page { margin: 18mm 16mm; } body { background: #fff; font-size: 10pt; } article { border: 0; margin: 0; padding: 0; max-width: none; background: #fff; }
  .log { font-size: 8pt; } h2, h3, summary { break-after: avoid; } .lines li, .reasons > li, tr, .steps li { break-inside: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; } a { text-decoration: none; }
}
`;

/** The digest that lets this style through the policy; a test computes it anew. */
const STYLE_DIGEST = 'sha256-/CbUNF/EWzV8LO6pvpUnEIfSLWcBHsN/UKEL5AHEewE=';

/**
 * What a report may do: show itself in its own style. No script, no image, no request, no form. A server
 * that hands out reports sends the same policy as a header.
 */
export const REPORT_POLICY = `default-src 'none'; style-src '${STYLE_DIGEST}'; base-uri 'none'; form-action 'none'`;
