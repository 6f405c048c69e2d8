extension PageAssets {
    /// In parts, one subject each; they are one file to the browser.
    static let script = [scriptBasics, scriptSchemas, scriptRequest, scriptOperation, scriptLog, scriptStart].joined(separator: "\n")

    /// All text gets into the page as text: a document is a stranger's.
    private static let scriptBasics = #"""
        "use strict";

        const own = "/__typewright/";
        const byId = (id) => document.getElementById(id);

        /** An element. Strings become text, `on…` listeners, `null` and `false` nothing. */
        function el(tag, attributes, ...children) {
          const element = document.createElement(tag);
          for (const [name, value] of Object.entries(attributes || {})) {
            if (value === null || value === undefined || value === false) continue;
            if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
            else if (name === "class") element.className = value;
            else if (name === "value") element.value = value;
            else element.setAttribute(name, value === true ? "" : value);
          }
          element.append(...children.flat(9).filter((child) => child !== null && child !== undefined && child !== false));
          return element;
        }

        /** Prose of the document: paragraphs, `code`, **bold** and links, and nothing else of Markdown. */
        function prose(text, limit) {
          if (!text) return null;
          const box = el("div", { class: "words" });
          for (const paragraph of String(text).slice(0, limit || 8000).split(/\n\s*\n/)) {
            const p = el("p");
            for (const part of paragraph.split(/(`[^`\n]+`|\*\*[^*\n]+\*\*|\[[^\]\n]*\]\(https?:\/\/[^\s()]+\))/)) {
              const link = /^\[([^\]\n]*)\]\((https?:\/\/[^\s()]+)\)$/.exec(part);
              if (link) p.append(el("a", { href: link[2], rel: "noopener noreferrer", target: "_blank" }, link[1] || link[2]));
              else if (/^`[^`]+`$/.test(part)) p.append(el("code", {}, part.slice(1, -1)));
              else if (/^\*\*[^*]+\*\*$/.test(part)) p.append(el("strong", {}, part.slice(2, -2)));
              else p.append(part);
            }
            box.append(p);
          }
          return box;
        }

        function method(name) {
          const known = ["GET", "POST", "PUT", "PATCH", "DELETE"].includes(name);
          return el("span", { class: "method " + (known ? name : "") }, name);
        }

        function statusClass(status) {
          return "status " + (status >= 400 || status < 100 ? "failed" : status >= 300 ? "moved" : "ok");
        }

        /** JSON with its words coloured. */
        function colored(text) {
          if (text.length > 200000) return [text];
          const parts = [];
          let end = 0;
          for (const match of text.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|-?\b\d[\d.eE+-]*\b|\b(?:true|false|null)\b/g)) {
            parts.push(text.slice(end, match.index));
            const kind = match[2] ? "k" : match[1] ? "s" : /\d/.test(match[0]) ? "n" : "c";
            parts.push(el("span", { class: kind }, match[1] || match[0]));
            if (match[2]) parts.push(match[2]);
            end = match.index + match[0].length;
          }
          parts.push(text.slice(end));
          return parts;
        }

        function copyButton(what, text) {
          const button = el("button", { type: "button", class: "small", "aria-label": "Copy " + what }, "Copy");
          button.addEventListener("click", async () => {
            try { await navigator.clipboard.writeText(text()); button.textContent = "Copied"; }
            catch { button.textContent = "Not allowed"; }
            setTimeout(() => { button.textContent = "Copy"; }, 1500);
          });
          return button;
        }

        async function load(path) {
          const response = await fetch(own + path);
          if (!response.ok) throw new Error(path + ": " + response.status);
          return response.json();
        }

        """#

    private static let scriptSchemas = #"""
        /** Follows references to what says something. */
        function resolved(schemas, id) {
          let schema = schemas[id];
          for (let steps = 0; schema && schema.ref !== undefined && steps < 50; steps++) {
            const target = schemas[schema.ref];
            if (!target) break;
            schema = { ...target, description: schema.description || target.description };
          }
          return schema || {};
        }

        /** A few words for a type: `string (date-time)`, `array of Pet`. */
        function typeWords(schemas, id, depth = 0) {
          if (id === undefined || !schemas[id]) return "any";
          const schema = resolved(schemas, id);
          if (schema.boolean === false) return "nothing";
          if (schema.name && depth > 0) return schema.name;
          const isNull = (choice) => (resolved(schemas, choice).types || []).join() === "null";
          let words = (schema.types || []).filter((type) => type !== "null");
          if (words.length > 4) words = [];
          if (schema.items !== undefined && words.length < 2 && depth < 3) words = ["array of " + typeWords(schemas, schema.items, depth + 1)];
          if (!words.length && schema.properties) words = ["object"];
          const choices = schema.oneOf || schema.anyOf;
          if (!words.length && choices && depth < 3) words = choices.filter((choice) => !isNull(choice)).slice(0, 6).map((choice) => typeWords(schemas, choice, depth + 1));
          if (!words.length && schema.allOf && schema.allOf.length === 1 && depth < 3) words = [typeWords(schemas, schema.allOf[0], depth + 1)];
          if (!words.length && schema.allOf) words = ["object"];
          if (!words.length && (schema.enum || schema.const !== undefined)) words = ["value"];
          let text = [...new Set(words)].join(" or ") || "any";
          if (schema.format) text += " (" + schema.format + ")";
          const takesNull = schema.nullable || (schema.types || []).includes("null") && schema.types.length < 6 || (choices || []).some(isNull);
          if (takesNull && text === "any" && (schema.types || []).length === 1) return "null";
          if (takesNull && !text.endsWith(", nullable")) text += ", nullable";
          return text;
        }

        function valueList(values) {
          return values.map((value) => typeof value === "string" ? value : JSON.stringify(value)).join(" · ");
        }

        /** What a schema says beside its parts. */
        function facts(schema) {
          const lines = [...(schema.rules || [])];
          if (schema.default !== undefined) lines.push("default " + JSON.stringify(schema.default));
          if (schema.const !== undefined) lines.push("always " + JSON.stringify(schema.const));
          return [
            lines.length ? el("div", { class: "type" }, lines.join(", ")) : null,
            schema.enum ? el("div", { class: "type" }, "one of " + valueList(schema.enum)) : null,
          ];
        }

        function hasParts(schema) {
          return Boolean(schema.properties || schema.items !== undefined || schema.prefix || schema.oneOf || schema.anyOf || schema.allOf
            || (schema.others !== undefined));
        }

        /** The parts of a schema as a list that opens. `path` holds what is open already, as schemas may contain themselves. */
        function parts(schemas, schema, path) {
          const list = el("ul");
          const part = (name, id, required) => list.append(propertyItem(schemas, name, id, required, path));
          for (const id of schema.allOf || []) {
            const inner = resolved(schemas, id);
            if (inner.properties && !path.includes(id)) list.append(...parts(schemas, inner, [...path, id]).children);
            else part("and", id);
          }
          for (const property of schema.properties || []) part(property.name, property.schema, property.required);
          if (schema.items !== undefined) part("items", schema.items);
          (schema.prefix || []).forEach((id, index) => part("item " + (index + 1), id));
          (schema.oneOf || schema.anyOf || []).forEach((id) => part(schema.oneOf ? "one of" : "any of", id));
          if (schema.others !== undefined && resolved(schemas, schema.others).boolean === undefined) part("any other name", schema.others);
          return list;
        }

        function propertyItem(schemas, name, id, required, path) {
          const schema = resolved(schemas, id);
          const head = el("div", { class: "head" }, el("b", {}, name), el("span", { class: "type" }, typeWords(schemas, id)),
            schema.name ? el("span", { class: "type" }, schema.name) : null,
            required ? el("span", { class: "required" }, "required") : null,
            schema.readOnly ? el("span", { class: "badge" }, "read only") : null,
            schema.writeOnly ? el("span", { class: "badge" }, "write only") : null,
            schema.deprecated ? el("span", { class: "badge bad" }, "deprecated") : null);
          const item = el("li", { class: "property" }, head, prose(schema.description, 1200), facts(schema));
          if (hasParts(schema)) item.append(path.includes(id) ? el("div", { class: "type" }, "as above") : opening(schemas, id, path));
          return item;
        }

        function opening(schemas, id, path) {
          const details = el("details", { class: "more" }, el("summary", {}, "what it contains"));
          details.addEventListener("toggle", () => {
            if (details.open && details.childElementCount === 1) details.append(parts(schemas, resolved(schemas, id), [...path, id]));
          });
          return details;
        }

        function schemaTree(schemas, id) {
          const schema = resolved(schemas, id);
          const head = el("div", { class: "head" }, schema.name ? el("b", {}, schema.name) : null, el("span", { class: "type" }, typeWords(schemas, id)));
          const box = el("div", { class: "tree property" }, head, prose(schema.description, 1200), facts(schema));
          if (hasParts(schema)) box.append(parts(schemas, schema, [id]));
          return box;
        }

        """#
}
