/// The page's files, as the server sends them: part of the program, so that there is nothing to install or to lose.
enum PageAssets {
    static let markup = #"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Mock</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/__typewright/page.css">
        <script src="/__typewright/page.js" defer></script>
        </head>
        <body>
        <a class="skip" href="#main">Skip to the operation</a>
        <header>
          <h1 id="title">Mock</h1>
          <span id="version" class="version"></span>
          <span class="note">a mock for development, by Typewright</span>
        </header>
        <nav aria-label="Operations">
          <label class="hidden" for="filter">Filter operations</label>
          <input id="filter" type="search" placeholder="Filter operations ( / )" autocomplete="off" spellcheck="false">
          <p id="count" class="hidden" role="status"></p>
          <div id="operations"></div>
        </nav>
        <main id="main" tabindex="-1"></main>
        <aside aria-labelledby="log-title">
          <div class="bar">
            <h2 id="log-title">Requests</h2>
            <span id="live" class="live" role="status">connecting</span>
            <button id="clear" type="button">Clear</button>
          </div>
          <p id="log-empty" class="faint">Requests appear here as they come in, with all that is wrong with them.</p>
          <ol id="log" role="log" aria-label="Last requests, newest first"></ol>
        </aside>
        <noscript>This page works with JavaScript. The mock itself does not need the page.</noscript>
        </body>
        </html>

        """#
}
