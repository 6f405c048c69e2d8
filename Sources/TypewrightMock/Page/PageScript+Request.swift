extension PageAssets {
    /// A request from what is in the form: the URL, the header, the body; and as curl.
    static let scriptRequest = #"""
        const encode = (text) => encodeURIComponent(text).replace(/[!'()*]/g, (c) => "%" + c.charCodeAt(0).toString(16).toUpperCase());
        const plain = (value) => value === null ? "null" : typeof value === "object" ? JSON.stringify(value) : String(value);
        const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

        /** What somebody typed, as a value of the parameter's schema. Text that does not fit goes out as it is: finding that out is what a mock is for. */
        function typed(schemas, parameter, text) {
          const schema = resolved(schemas, parameter.schema);
          const types = schema.types || [];
          const has = (type) => types.length < 6 && types.includes(type);
          if ((has("integer") || has("number")) && /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return Number.isSafeInteger(Number(text)) || /[.eE]/.test(text) ? Number(text) : text;
          if (has("boolean") && (text === "true" || text === "false")) return text === "true";
          if (has("null") && text === "null") return null;
          if (has("array") || has("object") || parameter.content || !types.length && /^[[{]/.test(text)) {
            try { return JSON.parse(text); } catch { /* no JSON */ }
            if (has("array")) {
              const item = { schema: schema.items };
              return text.split(",").map((part) => typed(schemas, item, part.trim()));
            }
          }
          return text;
        }

        /** `style` and `explode` for paths and header fields. */
        function simple(value, explode, separator, assign) {
          if (Array.isArray(value)) return value.map((part) => assign(plain(part))).join(separator);
          if (isObject(value)) return Object.entries(value).map(([key, part]) => assign(key) + (explode ? "=" : separator) + assign(plain(part))).join(separator);
          return assign(plain(value));
        }

        function inPath(parameter, value) {
          if (parameter.content) return encode(JSON.stringify(value));
          const explode = Boolean(parameter.explode);
          if (parameter.style === "label") return "." + simple(value, explode, explode ? "." : ",", encode);
          if (parameter.style === "matrix") {
            if (explode && Array.isArray(value)) return value.map((part) => ";" + parameter.name + "=" + encode(plain(part))).join("");
            if (explode && isObject(value)) return ";" + simple(value, true, ";", encode);
            return ";" + parameter.name + "=" + simple(value, false, ",", encode);
          }
          return simple(value, explode, ",", encode);
        }

        function inQuery(parameter, value) {
          const name = encode(parameter.name);
          if (parameter.content) return [name + "=" + encode(plain(value))];
          if (parameter.style === "deepObject" && isObject(value))
            return Object.entries(value).map(([key, part]) => name + "%5B" + encode(key) + "%5D=" + encode(plain(part)));
          if (Array.isArray(value)) {
            if (parameter.explode) return value.map((part) => name + "=" + encode(plain(part)));
            const separator = { spaceDelimited: "%20", pipeDelimited: "%7C" }[parameter.style] || ",";
            return [name + "=" + value.map((part) => encode(plain(part))).join(separator)];
          }
          if (isObject(value) && parameter.explode) return Object.entries(value).map(([key, part]) => encode(key) + "=" + encode(plain(part)));
          return [name + "=" + simple(value, false, ",", encode)];
        }

        /** The parts of a request: what curl, Swift and fetch are made of. */
        function build(operation, values, credentials, prefer, body) {
          const query = [], headers = [], cookies = [];
          let path = operation.path;
          for (const { parameter, value } of values) {
            switch (parameter.in) {
              case "path": path = path.split("{" + parameter.name + "}").join(inPath(parameter, value)); break;
              case "query": query.push(...inQuery(parameter, value)); break;
              case "querystring": query.push(isObject(value) ? Object.entries(value).map(([key, part]) => encode(key) + "=" + encode(plain(part))).join("&") : String(value)); break;
              case "header": headers.push([parameter.name, parameter.content ? plain(value) : simple(value, parameter.explode, ",", String)]); break;
              case "cookie": cookies.push(parameter.name + "=" + simple(value, false, ",", encode)); break;
            }
          }
          for (const { scheme, secret } of credentials) {
            if (!secret) continue;
            if (scheme.kind === "bearer") headers.push(["Authorization", "Bearer " + secret]);
            if (scheme.kind === "basic") headers.push(["Authorization", "Basic " + btoa(String.fromCharCode(...new TextEncoder().encode(secret)))]);
            if (scheme.kind === "http") headers.push(["Authorization", scheme.key + " " + secret]);
            if (scheme.kind === "apiKey" && scheme.in === "header") headers.push([scheme.key, secret]);
            if (scheme.kind === "apiKey" && scheme.in === "query") query.push(encode(scheme.key) + "=" + encode(secret));
            if (scheme.kind === "apiKey" && scheme.in === "cookie") cookies.push(scheme.key + "=" + encode(secret));
          }
          if (prefer) headers.push(["Prefer", prefer]);
          if (body && body.kind !== "multipart") headers.push(["Content-Type", body.type]);
          return { method: operation.method, target: path + (query.length ? "?" + query.join("&") : ""), headers, cookies, body };
        }

        function bodyKind(type) {
          const essence = type.split(";")[0].trim().toLowerCase();
          if (essence === "multipart/form-data") return "multipart";
          if (essence === "application/x-www-form-urlencoded") return "form";
          if (essence === "application/json" || essence.endsWith("+json") || essence === "*/*" || essence === "application/*") return "json";
          return "text";
        }

        /** The body as it is sent. Forms are written as an object of JSON. */
        function bodyOf(content, text) {
          const kind = bodyKind(content.type);
          const type = content.type.includes("*") ? "application/json" : content.type;
          if (kind === "text") return { kind, type, text, fields: [] };
          let value;
          try { value = JSON.parse(text); } catch (error) { return { kind, type, text, fields: [], error: error.message }; }
          if (kind === "json") return { kind, type, text, value, fields: [] };
          const fields = [];
          for (const [name, part] of Object.entries(isObject(value) ? value : {}))
            for (const one of Array.isArray(part) ? part : [part]) fields.push([name, plain(one)]);
          return { kind, type, text: fields.map(([name, part]) => encode(name) + "=" + encode(part)).join("&"), fields, value };
        }

        const quoted = (text) => /^[\w@%+=:,./-]+$/.test(text) ? text : "'" + text.replaceAll("'", "'\\''") + "'";

        function asCurl(request) {
          const lines = ["curl " + (request.method === "GET" ? "" : request.method === "HEAD" ? "--head " : "-X " + request.method + " ") + quoted(location.origin + request.target)];
          for (const [name, value] of request.headers) lines.push("-H " + quoted(name + ": " + value));
          if (request.cookies.length) lines.push("-b " + quoted(request.cookies.join("; ")));
          if (request.body && request.body.kind === "multipart") for (const [name, value] of request.body.fields) lines.push("--form-string " + quoted(name + "=" + value));
          else if (request.body) lines.push("--data-binary " + quoted(request.body.text));
          return lines.join(" \\\n  ");
        }

        function fetchOptions(request, signal) {
          const headers = new Headers();
          for (const [name, value] of request.headers) headers.append(name, value);
          const options = { method: request.method, headers, signal, cache: "no-store", redirect: "manual", credentials: "same-origin" };
          if (request.body && !["GET", "HEAD"].includes(request.method)) {
            options.body = request.body.text;
            if (request.body.kind === "multipart") {
              options.body = new FormData();
              for (const [name, value] of request.body.fields) options.body.append(name, value);
            }
          }
          return options;
        }

        """#
}
