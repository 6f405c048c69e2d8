extension PageAssets {
    /// One operation: what it is, the form to try it, the answer, the schemas.
    static let scriptOperation = #"""
        /** A labelled control. */
        let controls = 0;
        function field(name, control, { type, required, hint, deprecated } = {}) {
          const id = "control-" + ++controls;
          control.id = id;
          if (required) control.setAttribute("aria-required", "true");
          const note = hint ? prose(hint, 600) : null;
          if (note) { note.className = "hint"; note.id = id + "-hint"; control.setAttribute("aria-describedby", note.id); }
          return el("div", { class: "field" },
            el("label", { for: id }, el("b", {}, name), type ? el("span", { class: "type" }, type) : null,
              required ? el("span", { class: "required" }, "required") : null,
              deprecated ? el("span", { class: "badge bad" }, "deprecated") : null),
            control, note);
        }

        function choice(values, selected) {
          return el("select", {}, values.map((value) => el("option", { value, selected: value === selected }, value)));
        }

        function parameterControl(schemas, parameter) {
          const schema = resolved(schemas, parameter.schema);
          const example = parameter.example === undefined ? "" : plain(parameter.example);
          const values = schema.enum ? schema.enum.map(plain) : (schema.types || []).join() === "boolean" ? ["true", "false"] : null;
          if (values) return choice(parameter.required ? values : ["", ...values], example);
          const control = el("input", { type: "text", autocomplete: "off", spellcheck: "false", value: example });
          if (schema.default !== undefined) control.placeholder = plain(schema.default);
          if ((schema.types || []).some((type) => type === "integer" || type === "number") && schema.types.length < 3) control.inputMode = "decimal";
          return control;
        }

        /** The form, and how to read it. */
        function tryForm(operation) {
          const schemas = operation.schemas;
          const inputs = operation.parameters.map((parameter) => ({ parameter, control: parameterControl(schemas, parameter) }));
          const card = el("form", { class: "card", novalidate: true });
          const fields = el("div", { class: "fields" });
          for (const { parameter, control } of inputs)
            fields.append(field(parameter.name, control, { type: parameter.in + " · " + typeWords(schemas, parameter.schema), required: parameter.required, deprecated: parameter.deprecated, hint: parameter.description }));

          const contents = operation.body ? operation.body.content : [];
          let media = null, editor = null;
          if (contents.length) {
            const text = (content) => content.example === undefined ? "" : bodyKind(content.type) === "text" ? plain(content.example) : JSON.stringify(content.example, null, 2);
            editor = el("textarea", { spellcheck: "false", rows: Math.min(18, Math.max(4, text(contents[0]).split("\n").length)), value: text(contents[0]) });
            media = choice(contents.map((content) => content.type), contents[0].type);
            media.setAttribute("aria-label", "Content type");
            media.addEventListener("change", () => { editor.value = text(contents[media.selectedIndex]); });
            fields.append(field("body", editor, { type: typeWords(schemas, contents[0].schema ?? contents[0].item, 1), required: operation.body.required, hint: operation.body.description }));
            const kind = () => ["form", "multipart"].includes(bodyKind(contents[media.selectedIndex].type));
            const note = el("span", { class: "faint" }, kind() ? "written as JSON, sent as a form" : "");
            media.addEventListener("change", () => { note.textContent = kind() ? "written as JSON, sent as a form" : ""; });
            fields.append(contents.length > 1 || kind() ? el("div", { class: "bar" }, el("span", { class: "faint" }, "sent as"), el("div", {}, media), note) : "");
          }

          const more = el("div", { class: "two" });
          const names = new Set(operation.security.flat());
          const secrets = state.document.schemes.filter((scheme) => names.has(scheme.name) && scheme.kind !== "none").map((scheme) => {
            const control = el("input", { type: "text", autocomplete: "off", spellcheck: "false", value: sessionStorage.getItem("secret " + scheme.name) ?? (scheme.kind === "basic" ? "user:secret" : "secret") });
            control.addEventListener("input", () => sessionStorage.setItem("secret " + scheme.name, control.value));
            more.append(field(scheme.name, control, { type: "credential · " + (scheme.kind === "apiKey" ? scheme.in + " " + scheme.key : scheme.kind) }));
            return { scheme, control };
          });
          const codes = operation.responses.map((response) => response.status).filter((status) => /^\d+$/.test(status));
          const prefer = el("input", { type: "text", autocomplete: "off", spellcheck: "false", list: "preferences", placeholder: "code=404, delay=500, fault=reset" });
          const examples = operation.responses.flatMap((response) => response.content.flatMap((content) => content.examples));
          more.append(field("Prefer", prefer, { type: "what the mock should do" }),
            el("datalist", { id: "preferences" }, [...codes.map((code) => "code=" + code), ...new Set(examples.map((name) => "example=" + name)), "delay=1000", "fault=reset", "fault=truncate", "fault=slow", "fault=garbage"].map((value) => el("option", { value }))));
          fields.append(more);

          const problem = el("p", { class: "error", role: "alert" });
          const send = el("button", { class: "primary", type: "submit" }, "Send");
          card.append(fields, problem, el("div", { class: "bar send" }, send, el("span", { class: "faint" }, "Ctrl + Enter")));

          const read = () => {
            const values = inputs.filter(({ control, parameter }) => control.value !== "" || parameter.in === "path")
              .map(({ parameter, control }) => ({ parameter, value: typed(schemas, parameter, control.value) }));
            const wantsBody = editor && (editor.value.trim() !== "" || operation.body.required);
            const body = wantsBody ? bodyOf(contents[media.selectedIndex], editor.value) : null;
            if (editor) editor.setAttribute("aria-invalid", String(Boolean(body && body.error)));
            problem.textContent = body && body.error ? "The body is no JSON (" + body.error + "). It is sent as it is." : "";
            return { values, request: build(operation, values, secrets.map(({ scheme, control }) => ({ scheme, secret: control.value })), prefer.value.trim(), body) };
          };
          return { card, read, send };
        }

        function snippet(title, code) {
          return el("div", { class: "snippet" }, el("div", { class: "bar" }, el("h4", {}, title), copyButton(title, () => code.textContent)), code);
        }

        /** The request as curl and as Swift, anew with every change of the form. */
        function snippets(operation, form) {
          const curl = el("pre", { class: "wrap", id: "curl", tabindex: "0" });
          const swift = el("pre", { id: "swift", tabindex: "0" });
          const swiftBox = snippet("Swift", swift);
          swiftBox.hidden = true;
          let timer = 0, round = 0;
          const showSwift = async () => {
            const mine = ++round;
            const { values, request } = form.read();
            const body = request.body ? (request.body.value !== undefined ? request.body.value : request.body.text) : undefined;
            const parameters = values.map(({ parameter, value }) => ({ in: parameter.in, name: parameter.name, value }));
            const trial = { operation: operation.id, parameters, body, type: request.body ? request.body.type : undefined };
            const response = await fetch(own + "swift", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(trial) });
            const answer = response.ok ? await response.json() : {};
            if (mine !== round) return;
            swiftBox.hidden = false;
            swift.textContent = answer.swift || "// No call of the generated client sends this: its types do not allow it.";
          };
          const update = () => {
            curl.textContent = asCurl(form.read().request);
            if (!state.document.writesSwift) return;
            clearTimeout(timer);
            timer = setTimeout(() => showSwift().catch(() => { swiftBox.hidden = true; }), 120);
          };
          form.card.addEventListener("input", update);
          form.card.addEventListener("change", update);
          update();
          return el("div", {}, snippet("curl", curl), swiftBox);
        }

        /** Sends, and shows the answer as it comes. */
        async function send(form, panel) {
          const { request } = form.read();
          form.abort?.abort();
          form.abort = new AbortController();
          for (const cookie of request.cookies) document.cookie = cookie + "; path=/; SameSite=Strict";
          const status = el("span", { class: "status" }, "…");
          const facts = el("span", { class: "faint" });
          const rows = el("tbody");
          const body = el("pre", { class: "wrap", id: "answer-body", tabindex: "0" });
          panel.replaceChildren(el("h3", {}, "Answer"), el("div", { class: "card" },
            el("div", { class: "bar", role: "status", id: "answer-status" }, status, facts),
            el("details", { class: "more" }, el("summary", {}, "header"), el("table", {}, rows)), body));
          panel.scrollIntoView({ block: "nearest" });
          const start = performance.now();
          const took = () => (performance.now() - start).toFixed(0) + " ms";
          try {
            const response = await fetch(request.target, fetchOptions(request, form.abort.signal));
            status.className = statusClass(response.status || 300);
            status.textContent = response.type === "opaqueredirect" ? "redirect" : response.status + " " + response.statusText;
            facts.textContent = took();
            for (const [name, value] of response.headers) rows.append(el("tr", {}, el("th", { scope: "row" }, name), el("td", { class: "mono" }, value)));
            const text = await stream(response, body);
            facts.textContent = took() + ", " + new Blob([text]).size + " bytes";
            const type = response.headers.get("Content-Type") || "";
            if (/[/+]json\b/.test(type)) {
              try { body.replaceChildren(...colored(JSON.stringify(JSON.parse(text), null, 2))); } catch { /* shown as it came */ }
            }
            if (!text) { body.textContent = "no body"; body.className = "faint"; }
          } catch (error) {
            if (error.name === "AbortError") return;
            status.className = "status failed";
            status.textContent = status.textContent === "…" ? "no answer" : status.textContent + ", broken off";
            facts.textContent = took() + ", " + error.message;
          }
        }

        async function stream(response, body) {
          if (!response.body) return "";
          const decoder = new TextDecoder();
          const reader = response.body.getReader();
          let text = "";
          for (;;) {
            const { done, value } = await reader.read();
            const part = decoder.decode(value, { stream: !done });
            text += part;
            if (text.length < 400000) body.append(part);
            if (done) return text;
          }
        }

        function responseList(operation) {
          const card = el("div", { class: "card" });
          operation.responses.forEach((response, index) => {
            const box = el("details", { class: "response", open: index === 0 },
              el("summary", {}, el("span", { class: statusClass((parseInt(response.status[0]) || 3) * 100) }, response.status), el("span", {}, (response.description || "").split("\n")[0])));
            for (const header of response.headers)
              box.append(el("div", { class: "property" }, el("div", { class: "head" }, el("b", {}, header.name), el("span", { class: "type" }, "header · " + typeWords(operation.schemas, header.schema))), prose(header.description, 600)));
            for (const content of response.content) {
              box.append(el("div", { class: "type" }, content.type + (content.item !== undefined ? ", each item" : "")));
              const schema = content.schema ?? content.item;
              if (schema !== undefined) box.append(schemaTree(operation.schemas, schema));
            }
            if (!response.content.length) box.append(el("div", { class: "faint" }, "no body"));
            card.append(box);
          });
          return card;
        }

        function showOperation(operation) {
          const form = tryForm(operation);
          const answer = el("section", { "aria-label": "Answer", id: "answer" });
          form.card.addEventListener("submit", (event) => { event.preventDefault(); send(form, answer); });
          form.card.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); send(form, answer); } });
          const main = byId("main");
          main.replaceChildren(
            el("h2", {}, operation.summary || operation.operationId || operation.method + " " + operation.path),
            el("div", { class: "line" }, method(operation.method), el("span", {}, operation.path),
              operation.operationId ? el("span", { class: "faint" }, operation.operationId) : null,
              operation.deprecated ? el("span", { class: "badge bad" }, "deprecated") : null),
            prose(operation.description) || "",
            el("h3", {}, "Try it"), form.card, answer, snippets(operation, form));
          const contents = operation.body ? operation.body.content : [];
          for (const content of contents) {
            main.append(el("h3", {}, "Body · " + content.type));
            const schema = content.schema ?? content.item;
            if (schema !== undefined) main.append(el("div", { class: "card" }, schemaTree(operation.schemas, schema)));
          }
          main.append(el("h3", {}, "Answers"), responseList(operation));
          main.scrollTop = 0;
        }

        """#
}
