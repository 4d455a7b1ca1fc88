using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Checks;
using Xunit;

namespace AutoDiffGen.Conformance;

public class ExceptionTests
{
    [Theory, MemberData(nameof(CaseData.ThrowingPointsInBothBuilds), MemberType = typeof(CaseData))]
    public void Derivatives_throw_what_the_method_throws(string point, Build build)
    {
        (Case @case, Point at) = Catalog.FindPoint(point);
        ExceptionCheck.Run(@case.In(build), at);
    }
}
