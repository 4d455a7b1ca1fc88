namespace AutoDiffGen.Mutation.Mutants;

/// <summary>Some tests: a test project, and which of its tests; all where the filter is null.</summary>
internal sealed record TestRun(string Project, string? Filter = null)
{
    /// <summary>Where the project is built to.</summary>
    public string Folder => $"{Project}/bin/Debug/net10.0";

    public string Assembly => $"{Folder}/{Path.GetFileName(Project)}.dll";

    public override string ToString() => Filter is null ? Project : $"{Project} --filter {Filter}";
}

/// <summary>What a mutant is held against: the project that must still compile with it, and the tests that must then fail, quickest first.</summary>
/// <param name="Product">The project the mutated file is part of.</param>
/// <param name="Swapped">
/// The product's assembly, where putting it in the place of the one the tests were built with is enough: much quicker than building them
/// again. Null where the mutant changes what the tests are compiled from.
/// </param>
internal sealed record Proof(string Product, string? Swapped, params TestRun[] Tests)
{
    private const string Library = "src/AutoDiffGen";
    private const string LibraryAssembly = Library + "/bin/Debug/net8.0/AutoDiffGen.dll";
    private const string Generator = "generator/AutoDiffGen.Generator";
    private const string LibraryTests = "tests/AutoDiffGen.Tests";
    private const string Conformance = "tests/AutoDiffGen.Conformance";

    /// <summary>The tests of the rule table alone: they hold each rule against differences and the meanings given to special points.</summary>
    public static Proof OfRules { get; } = new(Library, LibraryAssembly, new TestRun(LibraryTests, "FullyQualifiedName~AutoDiffGen.Tests.Rules"));

    public static Proof OfRuntime { get; } = new(Library, LibraryAssembly, new TestRun(LibraryTests));

    public static Proof OfGenerator { get; } = new(
        Generator, Swapped: null, new TestRun("tests/AutoDiffGen.Generator.Tests"), new TestRun(Conformance, "FullyQualifiedName!~FaultTests&FullyQualifiedName!~ThreadTests"),
        new TestRun(Conformance, "FullyQualifiedName~FaultTests|FullyQualifiedName~ThreadTests"));

    /// <summary>What only generated code calls.</summary>
    public static Proof OfGuards { get; } = new(Library, LibraryAssembly, new TestRun(LibraryTests), new TestRun(Conformance));
}
