namespace AutoDiffGen.Mutation.Mutants;

/// <summary>Some tests: a test project, and which of its tests; all where the filter is null.</summary>
internal sealed record TestRun(string Project, string? Filter = null)
{
    public override string ToString() => Filter is null ? Project : $"{Project} --filter {Filter}";
}

/// <summary>What a mutant is held against: the project that must still compile with it, and the tests that must then fail, quickest first.</summary>
/// <param name="Product">The project the mutated file is part of.</param>
/// <param name="IsolatedBuild">Whether the tests use nothing that is built from the file but that project, so that nothing else is built again.</param>
internal sealed record Proof(string Product, bool IsolatedBuild, params TestRun[] Tests)
{
    private const string Library = "src/AutoDiffGen";
    private const string Generator = "generator/AutoDiffGen.Generator";
    private const string LibraryTests = "tests/AutoDiffGen.Tests";

    /// <summary>The tests of the rule table alone: they hold each rule against differences and the meanings given to special points.</summary>
    public static Proof OfRules { get; } = new(Library, IsolatedBuild: true, new TestRun(LibraryTests, "FullyQualifiedName~AutoDiffGen.Tests.Rules"));

    public static Proof OfRuntime { get; } = new(Library, IsolatedBuild: true, new TestRun(LibraryTests));

    public static Proof OfGenerator { get; } = new(
        Generator, IsolatedBuild: false, new TestRun("tests/AutoDiffGen.Generator.Tests"), new TestRun("tests/AutoDiffGen.Conformance"));

    /// <summary>What only generated code calls.</summary>
    public static Proof OfGuards { get; } = new(Library, IsolatedBuild: false, new TestRun(LibraryTests), new TestRun("tests/AutoDiffGen.Conformance"));
}
