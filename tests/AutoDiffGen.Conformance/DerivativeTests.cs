using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Checks;
using Xunit;

namespace AutoDiffGen.Conformance;

public class DerivativeTests
{
    [Theory, MemberData(nameof(CaseData.PointsInBothBuilds), MemberType = typeof(CaseData))]
    public void Derivatives_are_those_of_differences_or_as_given(string point, Build build)
    {
        (Case @case, Point at) = Catalog.FindPoint(point);
        DerivativeCheck.Run(@case.In(build), at);
    }

    [Theory, MemberData(nameof(CaseData.Points), MemberType = typeof(CaseData))]
    public void All_engines_agree(string point)
    {
        (Case @case, Point at) = Catalog.FindPoint(point);
        AgreementCheck.Run(@case, at);
    }

    [Theory, MemberData(nameof(CaseData.PointsInBothBuilds), MemberType = typeof(CaseData))]
    public void Vjp_accumulates(string point, Build build)
    {
        (Case @case, Point at) = Catalog.FindPoint(point);
        AccumulationCheck.Run(@case.In(build), at);
    }
}
