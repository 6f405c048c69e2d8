enum PageDriver {
    /// Does what somebody would do, and says of each step whether it went well.
    static let script = #"""
        "use strict";
        (async () => {
          const lines = [], faults = [];
          window.addEventListener("error", (event) => faults.push("error: " + event.message));
          window.addEventListener("unhandledrejection", (event) => faults.push("rejection: " + event.reason));
          document.addEventListener("securitypolicyviolation", (event) => faults.push("policy: " + event.violatedDirective + " " + event.blockedURI));
          const $ = (selector) => document.querySelector(selector);
          const all = (selector) => [...document.querySelectorAll(selector)];
          const check = (name, isSo, seen) => lines.push((isSo ? "ok " : "WRONG ") + name + (isSo ? "" : ": " + JSON.stringify(seen)));
          const until = async (name, isSo, seen) => {
            for (let tries = 0; tries < 400; tries++) {
              try { if (isSo()) return check(name, true); } catch { /* not there yet */ }
              await new Promise((wake) => setTimeout(wake, 25));
            }
            check(name, false, seen && seen());
          };
          const type = (element, text) => { element.value = text; element.dispatchEvent(new Event("input", { bubbles: true })); };
          const control = (name) => all(".field").find((field) => field.querySelector("b")?.textContent === name).querySelector("input, textarea, select");
          const open = (id) => all("nav a").find((link) => link.getAttribute("href") === "#operation-" + id).click();
          const heading = () => $("main h2")?.textContent;

          await until("starts", () => document.body.dataset.ready === "yes", () => document.body.innerText.slice(0, 300));
          check("lists operations by tag", all("nav h2").map((one) => one.textContent).join() === "pets,others", all("nav h2").map((one) => one.textContent));
          check("lists every operation", all("nav .path").map((one) => one.textContent).join() === "/pets,/pets,/events", all("nav .path").map((one) => one.textContent));
          check("shows the first operation", heading() === "List <img src=x onerror=hacked=4>", heading());
          check("says which one is shown", $("nav a[aria-current]").getAttribute("href") === "#operation-0");
          await until("is live", () => $("#live").textContent === "live", () => $("#live").textContent);

          document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true, cancelable: true }));
          check("a key leads to the filter", document.activeElement === $("#filter"));
          type($("#filter"), "add");
          check("filters", all("nav .path").length === 1 && $("#count").textContent === "1 operations", all("nav .path").length);
          type($("#filter"), "");

          type(control("limit"), "3");
          type(control("kinds"), "a b,c");
          check("shows curl", $("#curl").textContent.includes("/pets?limit=3&kinds=a%20b&kinds=c'") && $("#curl").textContent.includes("-H 'Authorization: Bearer secret'"), $("#curl").textContent);
          await until("shows Swift", () => $("#swift").textContent === 'swift limit=3 kinds=["a b","c"]', () => $("#swift").textContent);
          $("form button").click();
          await until("sends", () => $("#answer-status").textContent.startsWith("200 OK"), () => $("#answer")?.textContent);
          await until("logs", () => $("#log li .target").textContent === "/pets?limit=3&kinds=a%20b&kinds=c", () => $("#log").textContent);
          type(control("limit"), "6");
          control("limit").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true }));
          await until("shows what is wrong with a request", () => $("#answer-status").textContent.startsWith("422"), () => $("#answer")?.textContent);
          await until("logs what is wrong", () => $("#log li .violations code").textContent.includes("limit"), () => $("#log").textContent);

          open(1);
          await until("goes to another operation", () => $("textarea") && heading() === "addPet", heading);
          await until("moves the focus there", () => document.activeElement === $("main"), () => document.activeElement.tagName);
          check("prefills the body", JSON.parse($("textarea").value).name === "Tom", $("textarea").value);
          type($("textarea"), '{"name": ');
          check("says that the body is no JSON", $(".error").textContent.includes("no JSON") && $("textarea").getAttribute("aria-invalid") === "true", $(".error").textContent);
          type($("textarea"), '{"name": "it\'s"}');
          check("quotes for the shell", $("#curl").textContent.includes(`--data-binary '{"name": "it'\\''s"}'`), $("#curl").textContent);
          check("opens schemas that contain themselves", all("main details.more summary").some((one) => one.textContent === "what it contains"));
          check("every control has a name", all("input, select, textarea, button").every((one) => one.labels?.length || one.getAttribute("aria-label") || one.textContent.trim()),
            all("input, select, textarea, button").map((one) => one.outerHTML.slice(0, 80)));
          check("fits a narrow window", document.documentElement.scrollWidth <= innerWidth, [document.documentElement.scrollWidth, innerWidth]);

          open(2);
          await until("goes to a stream", () => heading() === "events", heading);
          $("form button").click();
          await until("shows a stream", () => $("#answer-body").textContent.includes("data: one") && $("#answer-body").textContent.includes("data: two"), () => $("#answer")?.textContent);
          check("takes no text for markup, and breaks no rule", window.hacked === undefined && !all("img, script:not([src])").length && !faults.length, [String(window.hacked), faults]);
          await fetch("/result", { method: "POST", body: lines.join("\n") });
        })();
        """#
}
