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

    // A dozen for each point; all of them, which takes minutes, with AUTODIFFGEN_FAULTS=all.
    private static readonly int Most = Environment.GetEnvironmentVariable("AUTODIFFGEN_FAULTS") == "all" ? int.MaxValue : 12;

    [Theory, MemberData(nameof(CaseData.MethodsInBothBuilds), MemberType = typeof(CaseData))]
    public void Derivatives_do_what_the_method_does(string name, Build build)
    {
        Case @case = Catalog.Find(name);
        var tally = new FaultCheck.Tally();
        foreach (Point point in @case.Points.Concat(@case.Throwing))
            FaultCheck.Run(@case.In(build), point, Most, tally);
        output.WriteLine(tally.ToString());
    }
}
