"""Writes the documents that the benchmarks read: `documents.py FOLDER`.

An assistants list like the Revox API answers it, with texts of the lengths seen there.
The same bytes on every machine.
"""
import json, random, sys

random.seed(20260131)
WORDS = ("call the customer and ask whether the appointment still suits them then confirm "
         "the address politely if nobody answers leave a short message naïve prix").split()


def text(words):
    return " ".join(random.choice(WORDS) for _ in range(words)).capitalize() + "."


def identifier():
    return "".join(random.choice("0123456789abcdef") for _ in range(32))


def assistant(index):
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
        "first_sentence_delay_ms": 400 + index,
        "first_sentence_mode": ["generated", "static", "none"][index % 3],
        "ivr_navigation_enabled": index % 2 == 1,
        "llm_model": {"name": "gpt-4.1", "type": "dedicated-instance"} if dedicated else {
            "openrouter_model_id": "openai/gpt-4.1", "openrouter_provider": "nebius", "type": "openrouter"},
        "max_call_duration_secs": 600 + index,
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
            {"answer": None, "question": text(7), "id": identifier(), "needs_human_answer": True, "source": "ai"}],
        "pending_faq_count": index % 5,
    }


document = {"assistants": [assistant(index) for index in range(100)]}
with open(sys.argv[1] + "/assistants.json", "w", encoding="utf-8") as file:
    json.dump(document, file, ensure_ascii=False, separators=(",", ":"))
