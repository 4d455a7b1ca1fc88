using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Engines;
using AutoDiffGen.Conformance.Faults;
using Xunit;
using Xunit.Abstractions;

namespace AutoDiffGen.Conformance;

/// <summary>Every method of the corpus at arguments that nobody means: no numbers, infinities, denormals; arrays that are empty, too short or null.</summary>
[Collection(nameof(RentTests))]
public sealed class FaultTests(ITestOutputHelper output) : IDisposable
{
    private readonly Rents listener = new();

    public void Dispose() => listener.Dispose();

    // A dozen for each point of every thirtieth method; all of them with AUTODIFFGEN_FAULTS=all. Loops without
    // end are aborted, and of hundreds of aborts the runtime itself may die: not in every run.
    private static readonly bool All = Environment.GetEnvironmentVariable("AUTODIFFGEN_FAULTS") == "all";
    private static readonly int Most = All ? int.MaxValue : 12;

    // Without those that return arrays: how long the seed must be depends on the arguments. Without the loops whose points are such arguments
    // already: given others, they would count through all of int.
    public static IEnumerable<object[]> Sample => CaseData.MethodsInBothBuilds
        .Where((row, i) => (All || i / 2 % 30 == 0) && !((string)row[0]).StartsWith("LoopExtremes.", StringComparison.Ordinal) && !Catalog.Find((string)row[0]).Optimized.Method.ReturnType.IsArray);

    [Theory, MemberData(nameof(Sample))]
    public void Derivatives_do_what_the_method_does(string name, Build build)
    {
        Case @case = Catalog.Find(name);
        var tally = new FaultCheck.Tally();
        foreach (Point point in @case.Points.Concat(@case.Throwing))
            FaultCheck.Run(@case.In(build), point, Most, tally);
        output.WriteLine(tally.ToString());
    }
}
