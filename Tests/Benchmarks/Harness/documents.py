"""Writes the documents that the benchmarks read. The same bytes on every machine."""
import copy, json, os, random

WORDS = ("call the customer and ask whether the appointment still suits them then confirm "
         "the address politely if nobody answers leave a short message naïve prix").split()


def text(words):
    return " ".join(random.choice(WORDS) for _ in range(words)).capitalize() + "."


def identifier(length=32):
    return "".join(random.choice("0123456789abcdef") for _ in range(length))


def assistant(index):
    """An assistant as the Revox API answers it, with texts of the lengths seen there."""
    dedicated = index % 2 == 0
    return {
        "id": identifier(),
        "background_sound": "audio/office.ogg" if index % 3 else None,
        "calendly": None if index % 4 else {
            "connection_id": identifier(),
            "event_type_id": "https://api.calendly.com/event_types/" + identifier()},
        "call_retry_config": {
            "calling_windows": [
                {"calling_window_end_time": "12:00", "calling_window_start_time": "10:00", "retry_delay_seconds": 7200},
                {"calling_window_end_time": "18:00", "calling_window_start_time": "14:00", "retry_delay_seconds": 3600}],
            "max_retry_attempts": 3,
            "timezone": "Europe/Paris"},
        "created_at": "2026-01-%02dT09:30:00.123Z" % (index % 28 + 1),
        "end_of_call_sentence": text(6),
        "first_sentence": text(9),
        "first_sentence_delay_ms": 400 + index % 1000,
        "first_sentence_mode": ["generated", "static", "none"][index % 3],
        "ivr_navigation_enabled": index % 2 == 1,
        "llm_model": {"name": "gpt-4.1", "type": "dedicated-instance"} if dedicated else {
            "openrouter_model_id": "openai/gpt-4.1", "openrouter_provider": "nebius", "type": "openrouter"},
        "max_call_duration_secs": 600 + index % 600,
        "name": text(3),
        "organization_id": identifier(),
        "prompt": text(60) + "\n\n" + text(20),
        "structured_output_config": [
            {"name": "email", "required": True, "type": "string", "description": text(5)},
            {"name": "mood", "required": False, "type": "enum", "enum_options": ["good", "bad", "unknown"]}],
        "transfer_phone_number": "+33123456789" if index % 2 else None,
        "updated_at": "2026-02-%02dT10:00:00.456Z" % (index % 28 + 1),
        "voice": {"id": identifier(), "provider": ["cartesia", "elevenlabs"][index % 2], "speed": round(0.7 + index % 50 / 100, 2)},
        "voicemail_message": text(12) if index % 2 else None,
        "webhook_url": "https://hooks.example.com/revox/" + identifier(),
        "faq_items": [
            {"answer": text(15), "question": text(7), "id": identifier(), "needs_human_answer": False, "source": "human"},
            {"answer": text(4), "question": text(7), "id": identifier(), "needs_human_answer": True, "source": "ai"}],
        "pending_faq_count": index % 5,
    }


def places(count):
    def position():
        return [round(random.uniform(-180, 180), 6), round(random.uniform(-90, 90), 6)]

    def geometry(index):
        if index % 3 == 0:
            return {"type": "Point", "coordinates": position()}
        if index % 3 == 1:
            return {"type": "LineString", "coordinates": [position() for _ in range(20)]}
        return {"type": "Polygon", "coordinates": [[position() for _ in range(12)]]}

    return {"type": "FeatureCollection", "features": [
        {"type": "Feature", "geometry": geometry(index), "properties": {"name": text(3), "height": index}}
        for index in range(count)]}


def orders(count):
    def line(index):
        return {"sku": "AB-%05d" % (index % 100000), "quantity": index % 999 + 1, "price": index % 400 / 4,
                "tags": ["new", "tag%d" % (index % 7), text(1)]}

    def order(index):
        status = ["open", "paid", "shipped", "cancelled"][index % 4]
        result = {"id": "ord_" + identifier(12), "status": status,
                  "customer": {"name": text(3), "country": "FR", "vat": "FR" + identifier(9)},
                  "lines": [line(index * 5 + number) for number in range(5)],
                  "notes": {"driver": text(6)}, "x-source": "web"}
        if status == "shipped":
            result["shipment"] = {"carrier": "post"}
        return result

    return {"orders": [order(index) for index in range(count)]}


def schemas(revox, count):
    """A schema for the metaschema to check: those of the Revox document, over and over."""
    return {"$schema": "http://json-schema.org/draft-07/schema#", "definitions": {
        name + str(number): schema for number in range(count) for name, schema in revox["components"]["schemas"].items()}}


def repeated_api(revox, size):
    """The Revox document's schemas and operations as many times as makes `size` bytes, each copy under its own names."""
    def renamed(value, suffix):
        if isinstance(value, dict):
            return {key: value[key] + suffix if key in ("$ref", "operationId") else renamed(value[key], suffix) for key in value}
        return [renamed(element, suffix) for element in value] if isinstance(value, list) else value

    one = len(json.dumps(revox))
    document = {key: value for key, value in revox.items() if key not in ("paths", "components")}
    document["paths"] = {}
    document["components"] = {key: value for key, value in revox["components"].items() if key != "schemas"}
    document["components"]["schemas"] = {}
    for number in range(max(1, round(size / one))):
        suffix = "N%d" % number
        for path, item in revox["paths"].items():
            document["paths"]["/n%d%s" % (number, path)] = renamed(item, suffix)
        for name, schema in revox["components"]["schemas"].items():
            document["components"]["schemas"][name + suffix] = renamed(schema, suffix)
    return document


def yaml_lines(value, indent=""):
    """Block style, as people write it."""
    if isinstance(value, dict) and value:
        for key, member in value.items():
            if isinstance(member, (dict, list)) and member:
                yield "%s%s:" % (indent, json.dumps(key))
                yield from yaml_lines(member, indent + "  ")
            else:
                yield "%s%s: %s" % (indent, json.dumps(key), json.dumps(member, ensure_ascii=False))
    elif isinstance(value, list) and value:
        for element in value:
            lines = yaml_lines(element, indent + "  ") if isinstance(element, (dict, list)) and element else [
                indent + "  " + json.dumps(element, ensure_ascii=False)]
            for number, line in enumerate(lines):
                yield line if number else indent + "- " + line[len(indent) + 2:]


def write_json(path, value):
    if not os.path.exists(path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            json.dump(value() if callable(value) else value, file, ensure_ascii=False, separators=(",", ":"))
    return path


def write(folder, revox):
    """What the rows of small documents read."""
    random.seed(20260131)
    write_json(folder + "/assistants.json", {"assistants": [assistant(index) for index in range(100)]})
    write_json(folder + "/one/assistants.json", {"assistants": [assistant(0)]})
    write_json(folder + "/places.json", places(300))
    write_json(folder + "/orders.json", orders(150))
    write_json(folder + "/metaschema.json", schemas(revox, 8))
    write_json(folder + "/revox-schema.json", {
        "$ref": "#/components/schemas/AssistantListResponse", "components": {"schemas": revox["components"]["schemas"]}})


def assistants_of(folder, size):
    """A list of about `size` bytes, in a folder of its own."""
    def make():
        random.seed(20260131)
        some = [assistant(index) for index in range(200)]
        each = len(json.dumps(some, ensure_ascii=False, separators=(",", ":")).encode()) / 200
        return {"assistants": [some[index % 200] for index in range(max(1, round(size / each)))]}

    return os.path.dirname(write_json("%s/%d/assistants.json" % (folder, size), make))


def api_of(folder, revox, size, language):
    path = "%s/%d/api.%s" % (folder, size, language)
    if not os.path.exists(path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        document = repeated_api(copy.deepcopy(revox), size)
        with open(path, "w", encoding="utf-8") as file:
            if language == "json":
                json.dump(document, file, ensure_ascii=False, indent=2)
            else:
                for line in yaml_lines(document):
                    file.write(line + "\n")
    return path
