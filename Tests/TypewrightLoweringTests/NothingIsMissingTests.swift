import Foundation
import Testing
import TypewrightModel
import TypewrightSource
import TypewrightSpec
import TypewrightTestSupport

@testable import TypewrightLowering

/// "Nothing is dropped": what real documents say, counted on the nodes, against the model.
@Suite(.aside) struct NothingIsMissingTests {
    /// What each document says.
    static let counts = [
        (
            "adyen-checkout.json",
            "28 operations, 36 parameters, 24 bodies, 151 contents, 128 responses, 39 headers, 1 servers, 2 schemes, 250 schemas, 2134 properties, 792 values, 73 branches"
        ),
        (
            "adyen-management.json",
            "134 operations, 272 parameters, 50 bodies, 851 contents, 872 responses, 1 servers, 2 schemes, 267 schemas, 1145 properties, 522 values, 12 branches"
        ),
        (
            "adyen-webhooks.json",
            "48 webhooks, 48 bodies, 48 contents, 48 responses, 1 schemes, 115 schemas, 1268 properties, 1206 values"
        ),
        (
            "asana.yaml",
            "247 operations, 941 parameters, 105 bodies, 1632 contents, 1527 responses, 1 servers, 2 schemes, 273 schemas, 1406 properties, 9169 values, 14 branches"
        ),
        (
            "digitalocean/DigitalOcean-public.v2.yaml",
            "659 operations, 1017 parameters, 217 bodies, 3997 contents, 3885 responses, 11660 headers, 16 servers, 2 schemes, 895 schemas, 4166 properties, 1426 values, 157 branches"
        ),
        (
            "discord.json",
            "242 operations, 473 parameters, 88 bodies, 785 contents, 738 responses, 3690 headers, 1 servers, 2 schemes, 539 schemas, 2910 properties, 216 values, 1753 branches"
        ),
        (
            "github.json",
            "767 operations, 2115 parameters, 201 bodies, 1708 contents, 1861 responses, 196 headers, 2 servers, 299 schemas, 5309 properties, 869 values, 162 branches"
        ),
        (
            "google-sheets.yaml",
            "17 operations, 227 parameters, 13 bodies, 30 contents, 17 responses, 1 servers, 2 schemes, 245 schemas, 894 properties, 483 values"
        ),
        (
            "intercom.yaml",
            "231 operations, 505 parameters, 89 bodies, 741 contents, 661 responses, 4 headers, 3 servers, 1 schemes, 338 schemas, 2246 properties, 727 values, 123 branches"
        ),
        (
            "json-schema/vega.json",
            "132 schemas, 1342 properties, 818 values, 2192 branches"
        ),
        (
            "oai-api-with-examples.yaml",
            "2 operations, 4 contents, 4 responses"
        ),
        (
            "oai-callback-example.yaml",
            "1 operations, 1 callbacks, 1 parameters, 1 bodies, 2 contents, 3 responses, 3 properties"
        ),
        (
            "oai-link-example.yaml",
            "6 operations, 13 parameters, 5 contents, 6 responses, 3 schemas, 8 properties, 3 values"
        ),
        (
            "oai-petstore-expanded.yaml",
            "4 operations, 4 parameters, 1 bodies, 8 contents, 8 responses, 1 servers, 3 schemas, 5 properties"
        ),
        (
            "oai-petstore.yaml",
            "3 operations, 2 parameters, 1 bodies, 6 contents, 6 responses, 1 headers, 1 servers, 3 schemas, 5 properties"
        ),
        (
            "oai-uspto.yaml",
            "3 operations, 4 parameters, 1 bodies, 5 contents, 5 responses, 1 servers, 1 schemas, 9 properties"
        ),
        (
            "openai.json",
            "288 operations, 16 webhooks, 574 parameters, 126 bodies, 602 contents, 481 responses, 163 headers, 1 servers, 2 schemes, 1422 schemas, 6289 properties, 3035 values, 3250 branches"
        ),
        (
            "openai.yaml",
            "288 operations, 16 webhooks, 574 parameters, 126 bodies, 602 contents, 481 responses, 163 headers, 1 servers, 2 schemes, 1422 schemas, 6289 properties, 3035 values, 3250 branches"
        ),
        (
            "readme-circular30.json",
            "3 operations, 3 bodies, 3 contents, 6 responses, 1 servers, 11 schemas, 85 properties"
        ),
        (
            "readme-petstore31.json",
            "20 operations, 14 parameters, 9 bodies, 27 contents, 37 responses, 2 headers, 1 servers, 2 schemes, 6 schemas, 29 properties, 9 values"
        ),
        (
            "readme-polymorphism30.json",
            "13 operations, 13 bodies, 13 contents, 13 responses, 1 servers, 7 schemas, 97 properties, 31 values, 32 branches"
        ),
        (
            "slack.json",
            "174 operations, 378 parameters, 91 bodies, 439 contents, 348 responses, 1 servers, 1 schemes, 48 schemas, 1791 properties, 1979 values, 68 branches"
        ),
        (
            "stripe-2020.json",
            "355 operations, 898 parameters, 355 bodies, 1065 contents, 710 responses, 2 servers, 2 schemes, 316 schemas, 5881 properties, 8569 values, 1068 branches"
        ),
        (
            "twilio-api.json",
            "197 operations, 813 parameters, 62 bodies, 229 contents, 199 responses, 830 headers, 198 servers, 1 schemes, 148 schemas, 2384 properties, 476 values"
        ),
        (
            "twilio-api.yaml",
            "197 operations, 813 parameters, 62 bodies, 229 contents, 199 responses, 830 headers, 198 servers, 1 schemes, 148 schemas, 2384 properties, 476 values"
        ),
    ]

    @Test(.enabled(if: SharedData.has("corpus"), "skipped: there is no corpus beside the checkout"), arguments: counts)
    func everythingComesOut(_ document: String, _ count: String) throws {
        let place = SharedData.place(of: "corpus/" + document)
        let folder = place.deletingLastPathComponent()
        let sink = DiagnosticSink()
        let spec = try #require(loadSpec(place.lastPathComponent, files: FolderFiles(folder: folder), sources: SourceMap(), sink: sink))
        #expect(sink.errorCount == 0)
        let found = ModelCount(spec, lower(spec, options: LoweringOptions(), into: sink))
        #expect("\(found.tally)" == count)
        #expect("\(DocumentCount(folder: folder, file: place.lastPathComponent).tally)" == count)
        #expect(found.missing == [])
    }
}
