using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Checks;
using Xunit;

namespace AutoDiffGen.Conformance;

public class DeterminismTests
{
    [Theory, MemberData(nameof(CaseData.PointsInBothBuilds), MemberType = typeof(CaseData))]
    public void The_same_inputs_give_the_same_bits(string point, Build build)
    {
        (Case @case, Point at) = Catalog.FindPoint(point);
        DeterminismCheck.Run(@case.In(build), at, @case.Points);
    }
}
