"""The same rows by Python's peers: `python.py FOLDER [SIDE ROW]` prints side TAB row TAB CPU ns TAB wall ns."""
import json, os, sys, time

FOLDER = sys.argv[1]
SCHEMAS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "Schemas")


def read(name):
    with open("%s/%s.json" % (FOLDER, name), "rb") as file:
        return file.read()


data = read("assistants")


def wanted(side, row):
    return len(sys.argv) < 4 or sys.argv[2:4] == [side, row]


def measure(side, row, work):
    if not wanted(side, row):
        return

    def timed(count):
        start, wall = time.process_time_ns(), time.monotonic_ns()
        for _ in range(count):
            work()
        return time.process_time_ns() - start, time.monotonic_ns() - wall

    count = 1
    while timed(count)[0] < 20_000_000:
        count *= 2
    best = min(timed(count) for _ in range(10))
    print(side, row, best[0] // count, best[1] // count, sep="\t", flush=True)


try:
    import msgspec
    from typing import Any, Literal, Optional, Union

    class Struct(msgspec.Struct, gc=False):
        pass

    class Calendly(Struct):
        connection_id: str
        event_type_id: str

    class CallingWindow(Struct):
        calling_window_end_time: str
        calling_window_start_time: str
        retry_delay_seconds: int

    class CallRetryConfig(Struct):
        calling_windows: list[CallingWindow]
        max_retry_attempts: int
        timezone: Optional[str] = None

    class Dedicated(msgspec.Struct, tag_field="type", tag="dedicated-instance", gc=False):
        name: Literal["gpt-4.1", "ministral-3-8b-instruct"]

    class Openrouter(msgspec.Struct, tag_field="type", tag="openrouter", gc=False):
        openrouter_model_id: str
        openrouter_provider: str

    class StructuredOutput(Struct, omit_defaults=True):
        name: str
        required: bool
        type: Literal["string", "number", "boolean", "enum", "date", "datetime"]
        description: Optional[str] = None
        enum_options: Optional[list[str]] = None

    class Voice(Struct):
        id: str
        provider: Literal["cartesia", "elevenlabs"]
        speed: Optional[float] = None

    class FAQItem(Struct):
        answer: str
        question: str
        id: Optional[str] = None
        needs_human_answer: Optional[bool] = None
        source: Optional[Literal["human", "ai"]] = None

    class Assistant(Struct):
        id: str
        background_sound: Optional[Literal["audio/office.ogg"]]
        calendly: Optional[Calendly]
        call_retry_config: Optional[CallRetryConfig]
        created_at: Any
        end_of_call_sentence: Optional[str]
        first_sentence: Optional[str]
        first_sentence_delay_ms: int
        first_sentence_mode: Literal["generated", "static", "none"]
        ivr_navigation_enabled: bool
        llm_model: Union[Dedicated, Openrouter]
        max_call_duration_secs: float
        name: str
        organization_id: str
        prompt: str
        structured_output_config: Optional[list[StructuredOutput]]
        transfer_phone_number: Optional[str]
        updated_at: Any
        voice: Optional[Voice]
        voicemail_message: Optional[str]
        webhook_url: Optional[str]
        faq_items: Optional[list[FAQItem]] = None
        pending_faq_count: Optional[float] = None

    class AssistantList(Struct):
        assistants: list[Assistant]

    decoder = msgspec.json.Decoder(AssistantList)
    encoder = msgspec.json.Encoder()
    value = decoder.decode(data)
    measure("msgspec", "decode", lambda: decoder.decode(data))
    measure("msgspec", "encode", lambda: encoder.encode(value))
except ImportError as error:
    print("missing", error.name, file=sys.stderr)

try:
    import orjson
    tree = orjson.loads(data)
    measure("orjson", "parse", lambda: orjson.loads(data))
    measure("orjson", "print", lambda: orjson.dumps(tree))
except ImportError as error:
    print("missing", error.name, file=sys.stderr)

try:
    import pydantic

    def model(struct):
        """The pydantic model of the same fields."""
        fields = {}
        for field in msgspec.structs.fields(struct):
            default = ... if field.required else field.default
            fields[field.name] = (convert(field.type), default)
        tag = struct.__struct_config__.tag
        if tag:
            fields["type"] = (Literal[tag], ...)
        return pydantic.create_model(struct.__name__, **fields)

    def convert(kind):
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            return model(kind)
        if getattr(kind, "__origin__", None) in (list, Union):
            arguments = tuple(convert(argument) for argument in kind.__args__)
            return list[arguments[0]] if kind.__origin__ is list else Union[arguments]
        return kind

    Model = model(AssistantList)
    instance = Model.model_validate_json(data)
    measure("pydantic", "decode", lambda: Model.model_validate_json(data))
    measure("pydantic", "encode", lambda: instance.model_dump_json())
except (ImportError, NameError) as error:
    print("missing", error.name, file=sys.stderr)

# Parsing by the fastest parser there is for Python, and validating what came out.
VALIDATED = [("validate", "assistants", FOLDER + "/revox-schema.json")] + [
    ("validate " + name, name, "%s/%s.json" % (SCHEMAS, name)) for name in ("metaschema", "orders", "places")]


def measure_validation(side, compile):
    for row, name, path in VALIDATED:
        if not wanted(side, row):
            continue
        text = read(name)
        with open(path, "rb") as file:
            try:
                work = compile(json.load(file), text)
            except Exception as error:
                print(side, row, "cannot: %.200s" % error, file=sys.stderr)
                continue
        measure(side, row, work)


def by_jsonschema_rs(schema, text):
    validator = jsonschema_rs.validator_for(schema)
    validator.validate(orjson.loads(text))
    return lambda: validator.validate(orjson.loads(text))


def by_fastjsonschema(schema, text):
    validate = fastjsonschema.compile(schema)
    validate(orjson.loads(text))
    return lambda: validate(orjson.loads(text))


try:
    import orjson, jsonschema_rs
    measure_validation("jsonschema-rs", by_jsonschema_rs)
    import fastjsonschema
    measure_validation("fastjsonschema", by_fastjsonschema)
except ImportError as error:
    print("missing", error.name, file=sys.stderr)
