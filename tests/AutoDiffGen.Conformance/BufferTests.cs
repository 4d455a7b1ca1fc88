using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Checks;
using Xunit;

namespace AutoDiffGen.Conformance;

public class BufferTests
{
    // What is written at any point of a method may be refused at each, so a method is checked as a whole. One without buffers passes.
    [Theory, MemberData(nameof(CaseData.MethodsInBothBuilds), MemberType = typeof(CaseData))]
    public void Buffers_that_do_not_fit_or_overlap_are_refused(string method, Build build)
    {
        Case @case = Catalog.Find(method);
        foreach (Point point in @case.Points.Where(_ => @case.Optimized.HasArrays))
            BufferCheck.Run(@case.In(build), point, @case.Points);
    }
}
