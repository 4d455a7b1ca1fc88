using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Checks;
using Xunit;

namespace AutoDiffGen.Conformance;

public class BufferTests
{
    [Theory, MemberData(nameof(CaseData.PointsWithArraysInBothBuilds), MemberType = typeof(CaseData))]
    public void Buffers_that_do_not_fit_or_overlap_are_refused(string point, Build build)
    {
        (Case @case, Point at) = Catalog.FindPoint(point);
        BufferCheck.Run(@case.In(build), at, @case.Points);
    }
}
