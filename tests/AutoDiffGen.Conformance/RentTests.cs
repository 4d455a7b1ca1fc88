using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Checks;
using AutoDiffGen.Conformance.Engines;
using AutoDiffGen.Conformance.Specimens;
using Xunit;

namespace AutoDiffGen.Conformance;

/// <summary>Alone, for while something listens to the pools, renting allocates, which would disturb the tests of allocation.</summary>
[CollectionDefinition(nameof(RentTests), DisableParallelization = true)]
public class RentCollection;

[Collection(nameof(RentTests))]
public sealed class RentTests : IDisposable
{
    private readonly Rents listener = new();

    public void Dispose() => listener.Dispose();

    [Theory, MemberData(nameof(CaseData.PointsInBothBuilds), MemberType = typeof(CaseData))]
    public void What_is_rented_is_returned(string point, Build build)
    {
        (Case @case, Point at) = Catalog.FindPoint(point);
        RentCheck.Run(@case.In(build), at);
    }

    [Theory, MemberData(nameof(CaseData.ThrowingPointsInBothBuilds), MemberType = typeof(CaseData))]
    public void What_is_rented_is_returned_when_the_method_throws(string point, Build build)
    {
        (Case @case, Point at) = Catalog.FindPoint(point);
        RentCheck.Run(@case.In(build), at);
    }

    [Fact]
    public void A_lost_buffer_is_seen()
    {
        var subject = new Subject(typeof(LosesItsScratch).GetMethod(nameof(LosesItsScratch.Root))!, "specimen");
        RentCheck.Run(subject, new(["[1, 4]"], null, 0, null));
        var exception = Assert.Throws<ConformanceException>(
            () => RentCheck.Run(subject, new(["[1, -4]"], null, 0, typeof(ArgumentException))));
        Assert.Contains("_Grad rented 1 buffers more than it returned", exception.Message);
        Assert.DoesNotContain("_Vjp", exception.Message);
    }
}
