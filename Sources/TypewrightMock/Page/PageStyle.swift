extension PageAssets {
    static let style = #"""
        :root {
          --ground: #f6f5f2; --paper: #fffefc; --ink: #1f2328; --faint: #626a73; --line: #dedbd4; --mark: #eeebe4;
          --accent: #9a3412; --focus: #1d4ed8; --good: #15693a; --warn: #8a5300; --bad: #b3261e; --bad-ground: #fdecea;
          --get: #15693a; --post: #1d4ed8; --put: #8a5300; --patch: #6d28d9; --delete: #b3261e; --other: #525a63;
          --mono: ui-monospace, "SF Mono", "Cascadia Code", "DejaVu Sans Mono", Menlo, Consolas, monospace;
          --text: system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ground: #16181b; --paper: #1d2024; --ink: #e6e4df; --faint: #9aa1a9; --line: #33373d; --mark: #282c31;
            --accent: #f0a27a; --focus: #8fb4ff; --good: #6fcf97; --warn: #e5b567; --bad: #ff8f87; --bad-ground: #3a2321;
            --get: #6fcf97; --post: #8fb4ff; --put: #e5b567; --patch: #c4a5ff; --delete: #ff8f87; --other: #aab1b9;
          }
        }
        * { box-sizing: border-box; }
        html { height: 100%; }
        body {
          margin: 0; min-height: 100%; color: var(--ink); background: var(--ground); font: 15px/1.5 var(--text);
          display: grid; grid-template: auto 1fr / 19rem minmax(0, 1fr) 24rem; grid-template-areas: "head head head" "nav main log";
          height: 100%;
        }
        header { grid-area: head; }
        nav { grid-area: nav; }
        main { grid-area: main; }
        aside { grid-area: log; }
        header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .2rem .75rem; padding: .75rem 1.25rem; border-bottom: 1px solid var(--line); background: var(--paper); }
        header h1 { font-size: 1.15rem; margin: 0; letter-spacing: -.01em; }
        .version { font-family: var(--mono); font-size: .85rem; color: var(--faint); }
        .note { margin-left: auto; color: var(--faint); font-size: .85rem; }
        nav, main, aside { overflow: auto; }
        nav { padding: 1rem .75rem; border-right: 1px solid var(--line); }
        main { padding: 1.5rem 2rem 4rem; outline: none; }
        main > * { max-width: 56rem; }
        aside { padding: 0 1rem 1rem; border-left: 1px solid var(--line); }
        noscript { padding: 1rem; }
        h2 { font-size: 1.35rem; line-height: 1.25; margin: 0 0 .5rem; letter-spacing: -.01em; }
        h3 { font-size: .8rem; margin: 2rem 0 .6rem; color: var(--faint); text-transform: uppercase; letter-spacing: .06em; }
        p { margin: .4rem 0; }
        a { color: inherit; }
        code, pre, textarea, .mono { font-family: var(--mono); font-size: .86em; }
        .faint { color: var(--faint); }
        .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; margin: 0; }
        .skip { position: absolute; left: -99rem; top: .5rem; padding: .4rem .8rem; background: var(--paper); border: 1px solid var(--line); z-index: 1; }
        .skip:focus { left: .5rem; }
        :focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; border-radius: 3px; }

        input, select, textarea, button { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: .4rem .6rem; }
        input, select, textarea { width: 100%; }
        textarea { font-family: var(--mono); font-size: .86em; line-height: 1.5; resize: vertical; min-height: 4rem; tab-size: 2; }
        button { cursor: pointer; }
        button:hover { border-color: var(--faint); }
        button.primary { background: var(--accent); border-color: var(--accent); color: var(--paper); font-weight: 600; padding: .5rem 1.2rem; }
        button.small, aside button { font-size: .82rem; padding: .15rem .6rem; }
        [aria-invalid="true"] { border-color: var(--bad); }

        nav h2 { font-size: .8rem; color: var(--faint); margin: 1.1rem .5rem .3rem; text-transform: uppercase; letter-spacing: .06em; overflow-wrap: anywhere; }
        nav ul { list-style: none; margin: 0; padding: 0; }
        nav li a { display: flex; gap: .5rem; align-items: baseline; padding: .28rem .5rem; border-radius: 6px; text-decoration: none; }
        nav li a:hover { background: var(--mark); }
        nav li a[aria-current] { background: var(--mark); box-shadow: inset 3px 0 var(--accent); }
        nav .path { font-family: var(--mono); font-size: .8rem; overflow-wrap: anywhere; }
        nav .deprecated .path { text-decoration: line-through; color: var(--faint); }
        .method { font: 700 .7rem/1.4 var(--mono); letter-spacing: .02em; flex: none; color: var(--other); }
        nav .method { width: 3.2rem; text-align: right; }
        .GET { color: var(--get); } .POST { color: var(--post); } .PUT { color: var(--put); }
        .PATCH { color: var(--patch); } .DELETE { color: var(--delete); }

        .line { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; font-family: var(--mono); font-size: .95rem; overflow-wrap: anywhere; margin-bottom: .8rem; }
        .line .method { font-size: .9rem; }
        .badge { font: 600 .72rem/1.5 var(--text); padding: 0 .45rem; border-radius: 99px; border: 1px solid var(--line); color: var(--faint); white-space: nowrap; }
        .badge.bad { color: var(--bad); border-color: currentColor; }
        .words { max-width: 44rem; overflow-wrap: anywhere; }

        .card { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 1rem 1.1rem; }
        .fields { display: grid; gap: .9rem; }
        .field label, .field .label { display: flex; flex-wrap: wrap; gap: .1rem .6rem; align-items: baseline; margin-bottom: .2rem; }
        .field b, .property b { font: 600 .88rem var(--mono); overflow-wrap: anywhere; }
        .field .hint { font-size: .86rem; color: var(--faint); margin: .2rem 0 0; overflow-wrap: anywhere; }
        .required { color: var(--bad); font-size: .78rem; }
        .type { color: var(--faint); font: .8rem var(--mono); overflow-wrap: anywhere; }
        .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: .9rem; }
        .bar { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; }
        .send { margin-top: 1rem; }
        .error { color: var(--bad); margin: .3rem 0 0; font-size: .88rem; }
        .error:empty { display: none; }

        pre { margin: 0; padding: .8rem .95rem; overflow: auto; background: var(--mark); border-radius: 8px; line-height: 1.5; max-height: 32rem; tab-size: 4; }
        pre.wrap { white-space: pre-wrap; overflow-wrap: anywhere; }
        .snippet { margin-top: .9rem; }
        .snippet .bar { justify-content: space-between; margin-bottom: .25rem; }
        .snippet h4 { margin: 0; font-size: .88rem; }
        .k { color: var(--post); } .s { color: var(--good); } .n { color: var(--patch); } .c { color: var(--warn); }

        .status { font: 700 .95rem var(--mono); }
        .ok { color: var(--good); } .moved { color: var(--warn); } .failed { color: var(--bad); }
        table { border-collapse: collapse; width: 100%; font-size: .86rem; margin: .6rem 0; }
        td, th { text-align: left; vertical-align: top; padding: .2rem .8rem .2rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; font-weight: 400; }
        th { color: var(--faint); white-space: nowrap; width: 1%; }

        .tree, .tree ul { list-style: none; margin: 0; padding: 0; }
        .tree ul { padding-left: 1rem; margin-left: .3rem; border-left: 1px solid var(--line); }
        .property { padding: .3rem 0; }
        .property .head { display: flex; flex-wrap: wrap; gap: .1rem .6rem; align-items: baseline; }
        .property .words { color: var(--faint); font-size: .88rem; }
        details > summary { cursor: pointer; width: fit-content; max-width: 100%; }
        .card > details.more { margin: .2rem 0 .6rem; }
        details.more > summary { color: var(--faint); font-size: .84rem; }
        .response { border-top: 1px solid var(--line); padding: .6rem 0; }
        .response:first-child { border-top: 0; }
        .response > summary { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; width: 100%; }
        .response > summary::before { content: "▸"; color: var(--faint); }
        .response[open] > summary::before { content: "▾"; }

        aside .bar { position: sticky; top: 0; background: var(--ground); padding: 1rem 0 .6rem; }
        aside h2 { font-size: 1rem; margin: 0; }
        .live { font-size: .8rem; color: var(--faint); margin-right: auto; }
        .live::before { content: "●"; margin-right: .3rem; }
        .live.on::before { color: var(--good); }
        #log { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; }
        #log > li { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: .5rem .7rem; font-size: .86rem; }
        #log > li.wrong { border-left: 3px solid var(--bad); }
        #log > li.fresh { animation: fresh 1.5s; }
        @keyframes fresh { from { background: var(--mark); } }
        @media (prefers-reduced-motion: reduce) { #log > li.fresh { animation: none; } }
        .entry { display: flex; gap: .5rem; align-items: baseline; }
        .entry .target { font-family: var(--mono); font-size: .8rem; overflow-wrap: anywhere; flex: 1; min-width: 0; }
        .entry .status { font-size: .82rem; }
        .meta { color: var(--faint); font-size: .78rem; display: flex; flex-wrap: wrap; gap: 0 .7rem; }
        .violations { margin: .35rem 0 0; padding: .35rem .55rem; list-style: none; background: var(--bad-ground); border-radius: 6px; display: grid; gap: .25rem; }
        .violations code { color: var(--bad); overflow-wrap: anywhere; }

        @media (max-width: 1180px) {
          body { grid-template: auto 1fr auto / 17rem minmax(0, 1fr); grid-template-areas: "head head" "nav main" "nav log"; height: auto; }
          nav { position: sticky; top: 0; height: 100vh; }
          main { padding-bottom: 2rem; }
          aside { border-left: 0; border-top: 1px solid var(--line); padding: 0 2rem 2rem; max-height: 32rem; }
        }
        @media (max-width: 720px) {
          body { display: block; }
          .note { margin-left: 0; }
          nav { position: static; height: auto; max-height: 40vh; border-right: 0; border-bottom: 1px solid var(--line); }
          main { padding: 1.2rem 1rem 2rem; }
          aside { padding: 0 1rem 1.5rem; }
          .card { padding: .8rem; }
        }

        """#
}
