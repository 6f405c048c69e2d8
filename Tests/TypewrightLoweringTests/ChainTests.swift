import Testing
import TypewrightModel
import TypewrightSource
import TypewrightSpec
import TypewrightTestSupport

@testable import TypewrightLowering

/// Names that lead to names that lead to names.
@Suite struct ChainTests {
    /// `A0` leads to `A1`, and so on; the last one is a string that may be null.
    private func chain(_ count: Int, _ link: (_ reference: String) -> String) throws -> Spec {
        let links = (0..<count).map { ##""A\##($0)": \##(link(##"{"$ref": "#/$defs/A\##($0 + 1)"}"##))"## }
        let text = ##"{"$ref": "#/$defs/A0", "$defs": {\##(links.joined(separator: ",")), "A\##(count)": {"type": ["string", "null"]}}}"##
        return try #require(loadSpec("a.json", files: TestFiles(files: ["a.json": text]), sources: SourceMap(), sink: DiagnosticSink()))
    }

    /// Each name once was followed to the end: the square of this is sixteen million steps, several at a time.
    @Test func namesForNames() throws {
        let spec = try chain(4_000) { $0 }
        let api = lower(spec, options: LoweringOptions(), into: DiagnosticSink())
        let aliases = api.types.filter(\.shape.isAlias)
        #expect(aliases.count > 4_000)
        #expect(Set(aliases.compactMap(\.check)).count == 1)
        #expect(api.aliasesWithValidators.count == api.types.count)
    }

    /// Functions that call each other for each step would run out of stack: a thread of the tests has half a megabyte.
    @Test func intersectionsWithinIntersections() throws {
        let spec = try chain(5_000) { "{\"allOf\": [\($0)]}" }
        let first = try #require(spec.schemas.first { $0.applicators?.allOf.isEmpty == false })
        var flattener = Flattener(spec: spec, named: NamedTypes(count: spec.schemas.count), opensNamed: true)
        flattener.add(PartList(first.id), isHome: true)
        #expect(flattener.result.own.count > 5_000)
        #expect(flattener.result.unions.isEmpty)
    }

    /// In the order in which a document says it: first where a reference leads, then `allOf`, then the choices.
    @Test func theOrderOfTheDocument() throws {
        let text = ##"""
            {"$ref": "#/$defs/a", "allOf": [{"$ref": "#/$defs/b"}, {"title": "3"}],
             "anyOf": [{"$ref": "#/$defs/c"}, {"type": "null"}], "oneOf": [{"title": "5"}],
             "$defs": {"a": {"title": "1", "allOf": [{"title": "2"}]}, "b": {"title": "b", "anyOf": [{"title": "only"}]}, "c": {"title": "4"}}}
            """##
        let spec = try #require(loadSpec("a.json", files: TestFiles(files: ["a.json": text]), sources: SourceMap(), sink: DiagnosticSink()))
        var flattener = Flattener(spec: spec, named: NamedTypes(count: spec.schemas.count), opensNamed: true)
        flattener.add(PartList(spec.schemas[0].id), isHome: true)
        #expect(flattener.result.own.compactMap { spec[$0].annotations?.title } == ["1", "2", "b", "only", "3", "4", "5"])
    }
}
