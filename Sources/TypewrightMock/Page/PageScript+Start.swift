extension PageAssets {
    /// The last requests, live.
    static let scriptLog = #"""
        const logLimit = 200;

        function logEntry(entry) {
          const operation = state.document.operations.find((one) => (one.operationId || one.method + " " + one.path) === entry.operation);
          const item = el("li", { class: "fresh" + (entry.violations.length ? " wrong" : "") },
            el("div", { class: "entry" }, method(entry.method), el("span", { class: "target" }, entry.target), el("span", { class: statusClass(entry.status) }, String(entry.status))),
            el("div", { class: "meta" }, el("span", {}, "#" + entry.number), el("time", { datetime: entry.time }, new Date(entry.time).toLocaleTimeString()),
              el("span", {}, entry.milliseconds + " ms"),
              operation ? el("a", { href: "#operation-" + operation.id }, entry.operation) : entry.operation ? el("span", {}, entry.operation) : null));
          if (entry.violations.length) item.append(el("ul", { class: "violations", "aria-label": "Violations" }, entry.violations.map((violation) =>
            el("li", {}, violation.pointer ? [el("code", {}, violation.pointer), " "] : null, violation.message, " ", el("span", { class: "faint" }, violation.keyword)))));
          return item;
        }

        function follow() {
          const live = byId("live"), log = byId("log");
          const source = new EventSource(own + "events");
          source.addEventListener("open", () => { live.textContent = "live"; live.classList.add("on"); });
          source.addEventListener("error", () => { live.textContent = "the mock is away"; live.classList.remove("on"); });
          source.addEventListener("request", (event) => {
            byId("log-empty").hidden = true;
            log.prepend(logEntry(JSON.parse(event.data)));
            while (log.childElementCount > logLimit) log.lastElementChild.remove();
          });
          byId("clear").addEventListener("click", () => { log.replaceChildren(); byId("log-empty").hidden = false; });
        }

        """#

    static let scriptStart = #"""
        const state = { document: null };

        /** Operations by tag: those of the document's list first, and at the end what has none. */
        function grouped() {
          const groups = new Map(state.document.tags.map((tag) => [tag.name, []]));
          for (const operation of state.document.operations) {
            for (const tag of operation.tags.length ? operation.tags : [""]) {
              if (!groups.has(tag)) groups.set(tag, []);
              groups.get(tag).push(operation);
            }
          }
          return [...groups].filter(([, operations]) => operations.length).sort(([one], [other]) => (one === "") - (other === ""));
        }

        function showList() {
          const words = byId("filter").value.toLowerCase().split(/\s+/).filter(Boolean);
          const current = location.hash;
          let count = 0;
          const groups = grouped().map(([tag, operations]) => {
            const fits = operations.filter((operation) => {
              const text = [operation.method, operation.path, operation.operationId, operation.summary, tag].join(" ").toLowerCase();
              return words.every((word) => text.includes(word));
            });
            count += fits.length;
            if (!fits.length) return null;
            return el("section", {}, el("h2", {}, tag || (state.document.tags.length ? "others" : "operations")), el("ul", {}, fits.map((operation) => {
              const href = "#operation-" + operation.id;
              return el("li", {}, el("a", { href, class: operation.deprecated ? "deprecated" : null, "aria-current": href === current ? "page" : null, title: operation.summary },
                method(operation.method), el("span", { class: "path" }, operation.path)));
            })));
          });
          byId("operations").replaceChildren(...groups.filter(Boolean));
          byId("count").textContent = words.length ? count + " operations" : "";
        }

        function showWelcome() {
          const info = state.document;
          byId("main").replaceChildren(el("h2", {}, info.title || "A mock"), prose(info.description) || "",
            el("p", {}, info.operations.length ? "Choose an operation to see what it takes and to try it." : "The document has no operations."));
        }

        async function route() {
          const match = /^#operation-(\d+)$/.exec(location.hash);
          for (const link of document.querySelectorAll("nav a")) {
            if (link.getAttribute("href") === location.hash) link.setAttribute("aria-current", "page");
            else link.removeAttribute("aria-current");
          }
          if (!match) return showWelcome();
          try {
            const operation = await load("operations/" + match[1] + ".json");
            if (location.hash !== match[0]) return;
            document.title = operation.method + " " + operation.path + " · " + state.document.title;
            showOperation(operation);
          } catch (error) {
            byId("main").replaceChildren(el("h2", {}, "Not there"), el("p", {}, String(error.message)));
          }
        }

        async function start() {
          state.document = await load("document.json");
          byId("title").textContent = state.document.title || "Mock";
          byId("version").textContent = state.document.version;
          document.title = state.document.title || "Mock";
          byId("filter").addEventListener("input", showList);
          document.addEventListener("keydown", (event) => {
            const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
            if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey) { event.preventDefault(); byId("filter").focus(); }
          });
          document.querySelector("nav").addEventListener("click", (event) => { if (event.target.closest("a")) state.focuses = true; });
          window.addEventListener("hashchange", async () => {
            if (location.hash === "#main") return;
            await route();
            if (state.focuses) byId("main").focus();
            state.focuses = false;
          });
          if (!location.hash && state.document.operations.length) history.replaceState(null, "", "#operation-" + state.document.operations[0].id);
          showList();
          follow();
          await route();
          document.body.dataset.ready = "yes";
        }

        start().catch((error) => { byId("main").replaceChildren(el("h2", {}, "The page cannot start"), el("p", {}, String(error.message))); });

        """#
}
