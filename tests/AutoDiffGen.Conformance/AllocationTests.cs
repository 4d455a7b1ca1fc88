using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Checks;
using Xunit;

namespace AutoDiffGen.Conformance;

public class AllocationTests
{
    [Theory, MemberData(nameof(CaseData.PointsInBothBuilds), MemberType = typeof(CaseData))]
    public void A_call_allocates_nothing(string point, Build build)
    {
        (Case @case, Point at) = Catalog.FindPoint(point);
        AllocationCheck.Run(@case.In(build), at);
    }
}
