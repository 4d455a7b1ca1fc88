using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Checks;
using Xunit;

namespace AutoDiffGen.Conformance;

public class ValueTests
{
    [Theory, MemberData(nameof(CaseData.PointsInBothBuilds), MemberType = typeof(CaseData))]
    public void Every_member_gives_the_methods_own_value(string point, Build build)
    {
        (Case @case, Point at) = Catalog.FindPoint(point);
        ValueCheck.Run(@case.In(build), at);
    }

    [Theory, MemberData(nameof(CaseData.LiftedPoints), MemberType = typeof(CaseData))]
    public void The_lifted_method_gives_the_methods_own_value(string point)
    {
        (Case @case, Point at) = Catalog.FindPoint(point);
        ValueCheck.RunLifted(@case.Optimized, at);
    }
}
