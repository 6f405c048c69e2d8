// The same rows by serde_json: `serde-peer FOLDER [SIDE ROW]` prints side TAB row TAB CPU ns TAB wall ns.
use serde::{Deserialize, Serialize};
use std::hint::black_box;
use std::time::Instant;

#[derive(Serialize, Deserialize)]
struct AssistantList { assistants: Vec<Assistant> }

#[derive(Serialize, Deserialize)]
struct Assistant {
    id: String,
    background_sound: Option<BackgroundSound>,
    calendly: Option<Calendly>,
    call_retry_config: Option<CallRetryConfig>,
    created_at: serde_json::Value,
    end_of_call_sentence: Option<String>,
    first_sentence: Option<String>,
    first_sentence_delay_ms: i64,
    first_sentence_mode: FirstSentenceMode,
    ivr_navigation_enabled: bool,
    llm_model: LlmModel,
    max_call_duration_secs: f64,
    name: String,
    organization_id: String,
    prompt: String,
    structured_output_config: Option<Vec<StructuredOutput>>,
    transfer_phone_number: Option<String>,
    updated_at: serde_json::Value,
    voice: Option<Voice>,
    voicemail_message: Option<String>,
    webhook_url: Option<String>,
    faq_items: Option<Vec<FaqItem>>,
    pending_faq_count: Option<f64>,
}

#[derive(Serialize, Deserialize)]
enum BackgroundSound { #[serde(rename = "audio/office.ogg")] Office }

#[derive(Serialize, Deserialize)]
struct Calendly { connection_id: String, event_type_id: String }

#[derive(Serialize, Deserialize)]
struct CallRetryConfig {
    calling_windows: Vec<CallingWindow>,
    max_retry_attempts: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    timezone: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct CallingWindow { calling_window_end_time: String, calling_window_start_time: String, retry_delay_seconds: i64 }

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum FirstSentenceMode { Generated, Static, None }

#[derive(Serialize, Deserialize)]
#[serde(tag = "type")]
enum LlmModel {
    #[serde(rename = "dedicated-instance")] Dedicated { name: DedicatedName },
    #[serde(rename = "openrouter")] Openrouter { openrouter_model_id: String, openrouter_provider: String },
}

#[derive(Serialize, Deserialize)]
enum DedicatedName { #[serde(rename = "gpt-4.1")] Gpt41, #[serde(rename = "ministral-3-8b-instruct")] Ministral }

#[derive(Serialize, Deserialize)]
struct StructuredOutput {
    name: String,
    required: bool,
    #[serde(rename = "type")]
    kind: OutputKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    enum_options: Option<Vec<String>>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum OutputKind { String, Number, Boolean, Enum, Date, Datetime }

#[derive(Serialize, Deserialize)]
struct Voice { id: String, provider: Provider, #[serde(skip_serializing_if = "Option::is_none")] speed: Option<f64> }

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Provider { Cartesia, Elevenlabs }

#[derive(Serialize, Deserialize)]
struct FaqItem { answer: String, question: String, id: Option<String>, needs_human_answer: Option<bool>, source: Option<Source> }

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Source { Human, Ai }

extern "C" { fn clock() -> i64; }

/// The CPU time of this process; it is told in microseconds.
fn cpu() -> u128 { unsafe { clock() as u128 * 1000 } }

fn measure(row: &str, mut work: impl FnMut()) {
    if std::env::args().nth(3).is_some_and(|wanted| wanted != row) { return }
    let mut timed = |count: u32| {
        let wall = Instant::now();
        let start = cpu();
        for _ in 0..count { work() }
        (cpu() - start, wall.elapsed().as_nanos())
    };
    let mut count = 1;
    while timed(count).0 < 20_000_000 { count *= 2 }
    let best = (0..10).map(|_| timed(count)).min().unwrap();
    println!("serde_json\t{}\t{}\t{}", row, best.0 / count as u128, best.1 / count as u128);
}

fn main() {
    let path = std::env::args().nth(1).unwrap() + "/assistants.json";
    let bytes = std::fs::read(path).unwrap();
    let list: AssistantList = serde_json::from_slice(&bytes).unwrap();
    let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    measure("decode", || { black_box(serde_json::from_slice::<AssistantList>(&bytes).unwrap()); });
    measure("encode", || { black_box(serde_json::to_vec(&list).unwrap()); });
    measure("parse", || { black_box(serde_json::from_slice::<serde_json::Value>(&bytes).unwrap()); });
    measure("print", || { black_box(serde_json::to_vec(&value).unwrap()); });
}
